//! A photograph of 24 megapixels to every copy that pages need, on one core, beside `vipsthumbnail` making the same set.
//! Each side runs in processes of its own and reads the same file.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder, RgbImage};

const WIDTH: u32 = 6_000;
const HEIGHT: u32 = 4_000;
const RUNS: usize = 5;

pub(crate) fn run(words: &[String]) -> Result<()> {
    match words {
        [] => compare(),
        [side, file] if side == "images" => {
            let bytes = std::fs::read(file).with_context(|| format!("reading {file}"))?;
            let start = now();
            let original = images::Original::open(&bytes).map_err(|refusal| anyhow::anyhow!("{refusal}"))?;
            let decoded = start.elapsed();
            let look = original.look();
            let copies = original.copies();
            let copied = start.elapsed();
            let sum: usize = copies.iter().map(|copy| copy.bytes.len()).sum();
            println!("{} {} {} {sum}", copied.as_micros(), decoded.as_micros(), copies.len());
            ensure!(!look.thumbhash.is_empty(), "it looks like nothing");
            Ok(())
        }
        _ => bail!("usage: cargo xtask bench photos"),
    }
}

fn compare() -> Result<()> {
    let folder = std::env::temp_dir().join(format!("tereze-photos-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let measured = measure(&folder);
    std::fs::remove_dir_all(&folder)?;
    measured
}

fn measure(folder: &Path) -> Result<()> {
    let file = folder.join("original.jpg");
    let bytes = photograph()?;
    std::fs::write(&file, &bytes)?;
    println!(
        "{WIDTH} × {HEIGHT}, {} KB, five widths in WebP and JPEG, one core, best of {RUNS}; time of the processor",
        bytes.len() / 1_024
    );
    let mut ours = Duration::MAX;
    let mut said = String::new();
    for _ in 0..RUNS {
        let program = std::env::current_exe().context("finding this program")?;
        let start = worked()?;
        let says = output(Command::new(program).args(["bench", "photos", "images"]).arg(&file))?;
        let took = worked()?.saturating_sub(start);
        if took < ours {
            (ours, said) = (took, says);
        }
    }
    let numbers: Vec<u64> = said.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    let [inside, decoded, copies, size] = *numbers.as_slice() else { bail!("our side said `{said}`") };
    let largest = images::WIDTHS.len() * images::Encoding::ALL.len();
    ensure!(usize::try_from(copies)? == largest, "{copies} copies were made of {largest}");
    println!(
        "images         {:>6} ms, {:>5} KB in all (by the clock {} ms to decode, {} ms to make copies)",
        ours.as_millis(),
        size / 1_024,
        decoded / 1_000,
        (inside - decoded) / 1_000
    );
    if Command::new("vipsthumbnail").arg("--version").output().is_err() {
        println!("vipsthumbnail is not here: `apt-get install libvips-tools` brings it");
        return Ok(());
    }
    for (name, way) in [("a call a copy", Way::EachFromTheOriginal), ("read once", Way::AllFromTheLargest)] {
        let (theirs, size) = vips(folder, &file, way)?;
        let hundredths = ours.as_micros() * 100 / theirs.as_micros().max(1);
        println!(
            "vipsthumbnail  {:>6} ms, {:>5} KB in all, {name}: ratio {}.{:02}",
            theirs.as_millis(),
            size / 1_024,
            hundredths / 100,
            hundredths % 100
        );
    }
    Ok(())
}

/// How ten copies are asked for.
#[derive(Clone, Copy)]
enum Way {
    /// As a script would: it makes a picture smaller while it reads, each time anew.
    EachFromTheOriginal,
    /// As we do it: the original is read once, and the largest copy is kept unpacked for the others.
    AllFromTheLargest,
}

fn vips(folder: &Path, file: &Path, way: Way) -> Result<(Duration, u64)> {
    let make = |from: &Path, width: u32, to: String| {
        let mut command = Command::new("vipsthumbnail");
        command.env("VIPS_CONCURRENCY", "1").arg(from).arg("--size").arg(format!("{width}x")).arg("-o").arg(to);
        output(&mut command)
    };
    let path = |width: u32, ending: &str| folder.join(format!("vips-{width}.{ending}"));
    let outputs =
        |width| [("webp", if width > 1_200 { "[Q=68,strip]" } else { "[Q=75,strip]" }), ("jpg", "[Q=82,strip]")];
    let mut best = Duration::MAX;
    for _ in 0..RUNS {
        let start = worked()?;
        let source = match way {
            Way::EachFromTheOriginal => file.to_owned(),
            Way::AllFromTheLargest => {
                let [.., largest] = images::WIDTHS;
                let unpacked = path(largest, "v");
                make(file, largest, unpacked.display().to_string())?;
                unpacked
            }
        };
        for width in images::WIDTHS {
            for (ending, options) in outputs(width) {
                make(&source, width, format!("{}{options}", path(width, ending).display()))?;
            }
        }
        best = best.min(worked()?.saturating_sub(start));
    }
    let mut size = 0;
    for width in images::WIDTHS {
        for (ending, _) in outputs(width) {
            let made = path(width, ending);
            let (wide, high) =
                image::image_dimensions(&made).with_context(|| format!("looking at {}", made.display()))?;
            let (_, expected) = images::size_of_copy((WIDTH, HEIGHT), width);
            ensure!(wide == width && high.abs_diff(expected) <= 1, "vipsthumbnail made {wide} × {high}");
            size += std::fs::metadata(&made)?.len();
        }
    }
    Ok((best, size))
}

/// How long the processor has worked for the processes that this one has waited for. Whoever else works on this machine
/// does not count; Linux counts in hundredths of a second.
fn worked() -> Result<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").context("reading this process's times")?;
    // The name in brackets may have spaces; the times of children are the 16th and 17th field of all.
    let (_, fields) = stat.rsplit_once(')').context("no name in the times")?;
    let times = fields.split_whitespace().skip(13).take(2).map(str::parse::<u64>);
    let hundredths = times.sum::<Result<u64, _>>().context("the times are no numbers")?;
    Ok(Duration::from_millis(hundredths * 10))
}

/// One core only, so that neither side gains by having two.
fn output(command: &mut Command) -> Result<String> {
    let mut bound = Command::new("taskset");
    bound.args(["-c", "0"]).arg(command.get_program()).args(command.get_args());
    bound.envs(command.get_envs().filter_map(|(key, value)| Some((key, value?))));
    let output = bound.output().context("starting taskset, of Debian's util-linux")?;
    ensure!(output.status.success(), "{:?}: {}", command.get_program(), String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).context("reading what was printed")
}

/// Smooth light with the noise of a sensor over it, which compresses as a photograph does.
fn photograph() -> Result<Vec<u8>> {
    let mut noise = 2_463_534_242_u32;
    let picture = RgbImage::from_fn(WIDTH, HEIGHT, |x, y| {
        noise ^= noise << 13;
        noise ^= noise >> 17;
        noise ^= noise << 5;
        let grain = noise % 13;
        let ridge = HEIGHT / 2 + (x / 3 + (x / 97) * (x % 97) / 40) % 900;
        let rock = ((x / 9) ^ (y / 7)) % 48;
        let light = y * 130 / HEIGHT;
        let colour = |value: u32| u8::try_from(value).unwrap_or(u8::MAX);
        if y < ridge {
            image::Rgb([colour(60 + light + grain), colour(110 + light + grain), colour(190 + grain)])
        } else {
            image::Rgb([colour(130 + rock + grain), colour(80 + rock + grain), colour(20 + light / 2 + grain)])
        }
    });
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 92).write_image(&picture, WIDTH, HEIGHT, ExtendedColorType::Rgb8)?;
    Ok(bytes)
}

#[expect(clippy::disallowed_methods, reason = "a bench measures time")]
fn now() -> std::time::Instant {
    std::time::Instant::now()
}
