//! Sets of documents of one segment: all, a few in order, or a bit for each.

/// Numbers of documents, each below `size`, as a list while they are few.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Set {
    All,
    Few(Vec<u32>),
    Many(Vec<u64>),
}

/// A list takes four bytes for each member, bits an eighth for each that could be one.
const LIST_BELOW: u32 = 64;

impl Set {
    pub(crate) const NONE: Self = Self::Few(Vec::new());

    /// From members in any order, perhaps more than once.
    pub(crate) fn of(mut members: Vec<u32>, size: u32) -> Self {
        if is_few(members.len(), size) {
            if !members.is_sorted() {
                members.sort_unstable();
            }
            members.dedup();
            return Self::Few(members);
        }
        let mut bits = empty_bits(size);
        members.iter().for_each(|member| put(&mut bits, *member));
        Self::Many(bits)
    }

    /// What is in any of them.
    pub(crate) fn any<'a>(sets: impl IntoIterator<Item = &'a Self>, size: u32) -> Self {
        let mut sets: Vec<&Self> = sets.into_iter().collect();
        if sets.contains(&&Self::All) {
            return Self::All;
        }
        if let [one] = sets.as_mut_slice() {
            return one.clone();
        }
        let all_few: Option<Vec<&[u32]>> = sets
            .iter()
            .map(|set| match set {
                Self::Few(members) => Some(members.as_slice()),
                Self::All | Self::Many(_) => None,
            })
            .collect();
        if let Some(lists) = all_few {
            return Self::of(lists.concat(), size);
        }
        let mut bits = empty_bits(size);
        for set in sets {
            match set {
                Self::All => {}
                Self::Few(members) => members.iter().for_each(|member| put(&mut bits, *member)),
                Self::Many(other) => bits.iter_mut().zip(other).for_each(|(into, from)| *into |= from),
            }
        }
        Self::Many(bits)
    }

    pub(crate) fn and(self, other: &Self) -> Self {
        match (self, other) {
            (Self::All, other) => other.clone(),
            (set, Self::All) => set,
            (Self::Few(members), Self::Few(others)) => Self::Few(in_both(&members, others)),
            (Self::Few(mut members), Self::Many(bits)) => {
                members.retain(|member| has(bits, *member));
                Self::Few(members)
            }
            (Self::Many(bits), Self::Few(members)) => {
                Self::Few(members.iter().copied().filter(|member| has(&bits, *member)).collect())
            }
            (Self::Many(mut bits), Self::Many(others)) => {
                bits.iter_mut().zip(others).for_each(|(into, from)| *into &= from);
                Self::Many(bits)
            }
        }
    }

    pub(crate) fn has(&self, member: u32) -> bool {
        match self {
            Self::All => true,
            Self::Few(members) => members.binary_search(&member).is_ok(),
            Self::Many(bits) => has(bits, member),
        }
    }

    pub(crate) fn len(&self, size: u32) -> usize {
        match self {
            Self::All => usize::try_from(size).unwrap_or(usize::MAX),
            Self::Few(members) => members.len(),
            Self::Many(bits) => pulp::Arch::new().dispatch(Ones { bits, others: bits }),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::All => false,
            Self::Few(members) => members.is_empty(),
            Self::Many(bits) => bits.iter().all(|word| *word == 0),
        }
    }

    /// How many are in both; neither is kept.
    pub(crate) fn len_with(&self, other: &Self, size: u32) -> usize {
        match (self, other) {
            (Self::All, other) => other.len(size),
            (set, Self::All) => set.len(size),
            (Self::Many(bits), Self::Many(others)) => pulp::Arch::new().dispatch(Ones { bits, others }),
            (Self::Few(members), set) | (set, Self::Few(members)) => {
                members.iter().filter(|member| set.has(**member)).count()
            }
        }
    }

    /// In the order of their numbers.
    pub(crate) fn each(&self, size: u32, mut then: impl FnMut(u32)) {
        match self {
            Self::All => (0..size).for_each(then),
            Self::Few(members) => members.iter().copied().for_each(then),
            Self::Many(bits) => {
                for (word, first) in bits.iter().zip((0_u32..).step_by(64)) {
                    let mut left = *word;
                    while left != 0 {
                        then(first + left.trailing_zeros());
                        left &= left - 1;
                    }
                }
            }
        }
    }
}

struct Ones<'a> {
    bits: &'a [u64],
    others: &'a [u64],
}

impl pulp::WithSimd for Ones<'_> {
    type Output = usize;

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, _: S) -> usize {
        let ones = self.bits.iter().zip(self.others).map(|(one, other)| u64::from((one & other).count_ones()));
        usize::try_from(ones.sum::<u64>()).unwrap_or(usize::MAX)
    }
}

fn is_few(members: usize, size: u32) -> bool {
    members <= usize::try_from(size / LIST_BELOW).unwrap_or(usize::MAX).max(16)
}

fn empty_bits(size: u32) -> Vec<u64> {
    vec![0; usize::try_from(size.div_ceil(64)).unwrap_or_default()]
}

fn put(bits: &mut [u64], member: u32) {
    let word = usize::try_from(member / 64).ok().and_then(|at| bits.get_mut(at));
    word.into_iter().for_each(|word| *word |= 1 << (member % 64));
}

fn has(bits: &[u64], member: u32) -> bool {
    usize::try_from(member / 64).ok().and_then(|at| bits.get(at)).is_some_and(|word| word >> (member % 64) & 1 == 1)
}

/// Walks the shorter and looks ahead in the longer.
fn in_both(members: &[u32], others: &[u32]) -> Vec<u32> {
    let (short, mut long) = if members.len() <= others.len() { (members, others) } else { (others, members) };
    let mut both = Vec::new();
    for member in short {
        let ahead = long.partition_point(|other| other < member);
        long = long.get(ahead..).unwrap_or_default();
        if long.first() == Some(member) {
            both.push(*member);
        }
    }
    both
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::{any, proptest};

    use super::Set;

    fn members(set: &Set, size: u32) -> Vec<u32> {
        let mut members = Vec::new();
        set.each(size, |member| members.push(member));
        members
    }

    proptest! {
        #[test]
        fn sets_agree_with_obvious_ones(
            size in 1_u32..3_000, one in proptest::collection::vec(any::<u32>(), 0..400),
            other in proptest::collection::vec(any::<u32>(), 0..30),
        ) {
            let within = |members: Vec<u32>| -> Vec<u32> { members.into_iter().map(|member| member % size).collect() };
            let (one, other) = (within(one), within(other));
            let (first, second) = (Set::of(one.clone(), size), Set::of(other.clone(), size));
            let (one, other): (BTreeSet<u32>, BTreeSet<u32>) = (one.into_iter().collect(), other.into_iter().collect());
            let both: Vec<u32> = one.intersection(&other).copied().collect();
            let either: Vec<u32> = one.union(&other).copied().collect();
            assert_eq!(members(&first, size), one.iter().copied().collect::<Vec<u32>>());
            assert_eq!(first.len(size), one.len());
            assert_eq!(members(&first.clone().and(&second), size), both);
            assert_eq!(members(&second.clone().and(&first), size), both);
            assert_eq!(first.len_with(&second, size), both.len());
            assert_eq!(second.len_with(&first, size), both.len());
            assert_eq!(members(&Set::any([&first, &second], size), size), either);
            assert_eq!(members(&first.clone().and(&Set::All), size), members(&first, size));
            assert!((0..size).all(|member| first.has(member) == one.contains(&member)));
            assert_eq!(first.is_empty(), one.is_empty());
        }
    }
}
