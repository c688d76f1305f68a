//! What a second file changes against a first.

use std::collections::HashMap;

use crate::{Staged, fingerprint};

/// The difference between two readings, as places in their lines. The same file twice is only `unchanged`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    pub added: Vec<usize>,
    /// The old line and the new one: the same document or account, another amount, day or place.
    pub changed: Vec<(usize, usize)>,
    pub unchanged: Vec<(usize, usize)>,
    /// In the old file only. Nothing follows from that by itself: the new file may be a part.
    pub missing: Vec<usize>,
}

impl Changes {
    pub fn is_none(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.missing.is_empty()
    }
}

/// Lines alike in everything that makes a cost are the same, the first with the first and so on; of the others,
/// those with the same identity are corrections.
pub fn changes(old: &Staged, new: &Staged) -> Changes {
    let all = |staged: &Staged| (0..staged.lines.len()).collect::<Vec<_>>();
    let content = |staged: &Staged, place: usize| {
        staged.lines.get(place).map(|line| {
            let place_of_work = line.work_place.map(|place| place.to_string()).unwrap_or_default();
            let kind = line.kind.map_or("", crate::Kind::name);
            fingerprint::short(&[&fingerprint::content(staged, line)[..], place_of_work.as_bytes(), kind.as_bytes()])
        })
    };
    let identity = |staged: &Staged, place: usize| fingerprint::identity(staged, staged.lines.get(place)?);
    let (unchanged, old_left, new_left) = pair(&all(old), &all(new), |at| content(old, at), |at| content(new, at));
    let (changed, missing, added) = pair(&old_left, &new_left, |at| identity(old, at), |at| identity(new, at));
    Changes { added, changed, unchanged, missing }
}

type Pairs = (Vec<(usize, usize)>, Vec<usize>, Vec<usize>);

/// Pairs the places that have the same key, in their order, and gives back what is left over on both sides.
fn pair(
    old: &[usize],
    new: &[usize],
    key_of_old: impl Fn(usize) -> Option<[u8; 16]>,
    key_of_new: impl Fn(usize) -> Option<[u8; 16]>,
) -> Pairs {
    let mut waiting: HashMap<[u8; 16], std::collections::VecDeque<usize>> = HashMap::new();
    for place in old {
        if let Some(key) = key_of_old(*place) {
            waiting.entry(key).or_default().push_back(*place);
        }
    }
    let (mut pairs, mut new_left) = (Vec::new(), Vec::new());
    let mut taken = std::collections::HashSet::new();
    for place in new {
        let partner = key_of_new(*place).and_then(|key| waiting.get_mut(&key)?.pop_front());
        match partner {
            Some(partner) => {
                taken.insert(partner);
                pairs.push((partner, *place));
            }
            None => new_left.push(*place),
        }
    }
    let old_left = old.iter().copied().filter(|place| !taken.contains(place)).collect();
    (pairs, old_left, new_left)
}
