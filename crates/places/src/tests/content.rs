use super::site::{COUNTRY, SMALL_COUNTRY, load, with_store};
use crate::Content;

fn problems(text: &str) -> String {
    let read = Content::read(&[("almaty.toml".to_owned(), text.to_owned())], Some(&COUNTRY));
    let problems = read.err().unwrap_or_default();
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_mistake_names_the_file_the_place_and_the_key() {
    let place = |lines: &str| {
        problems(&format!("[[place]]\nslug = \"dune\"\nnames = {{ en = \"Dune\" }}\nkind = \"dune\"\n{lines}"))
    };
    assert_eq!(place(""), "");
    assert_eq!(
        place("position = [78.572, 43.866]"),
        "almaty.toml: `dune`: `position`: latitude and longitude are swapped"
    );
    assert_eq!(place("position = [48.85, 2.35]"), "almaty.toml: `dune`: `position`: lies outside the country");
    assert_eq!(
        place("destination = \"zhetysu\""),
        "almaty.toml: `dune`: `destination`: there is no destination `zhetysu`"
    );
    assert_eq!(place("looks = [\"venus\"]"), "almaty.toml: `dune`: `looks`: `venus` is not a look");
    assert_eq!(
        place("[place.facts]\nroad = \"muddy\""),
        "almaty.toml: `dune`: `road`: `muddy` is not one of its choices"
    );
    assert_eq!(place("[place.facts]\nroads = \"muddy\""), "almaty.toml: `dune`: `roads`: is not a fact of places");
    assert_eq!(
        place("[place.facts]\nseasons = \"ggg\""),
        "almaty.toml: `dune`: `seasons`: `ggg` is not twelve letters g, p or n"
    );
    assert!(place("colour = \"red\"").contains("unknown field `colour`"));
}

#[test]
fn content_with_a_mistake_loads_nothing() {
    assert!(Content::read(&[("a.toml".to_owned(), "[[place]]".to_owned())], None).is_err());
}

#[tokio::test]
async fn content_loaded_twice_is_there_once() {
    with_store(async |store| {
        assert_eq!(load(&store, SMALL_COUNTRY).await.len(), 2);
        assert_eq!(load(&store, SMALL_COUNTRY).await.len(), 0);
        let all = crate::changed_since(&store, 0, 10).await.unwrap();
        let slugs: Vec<&str> = all.iter().map(|place| place.slug.as_str()).collect();
        assert_eq!(slugs, ["charyn-canyon", "quiet-well"]);
        let changed = crate::changed_since(&store, 1, 10).await.unwrap();
        assert_eq!(changed.len(), 1, "the second revision is the only one after the first");
    })
    .await;
}
