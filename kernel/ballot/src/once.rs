//! A JSON object whose names stand once: a second mark on the same matter is refused, not silently the last one taken.

use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;

/// Pairs in order of their names, each name once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Once<K, V>(Vec<(K, V)>);

impl<K, V> Default for Once<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Once<K, V> {
    /// From pairs; `None` if a name stands twice.
    pub fn new(mut pairs: Vec<(K, V)>) -> Option<Self> {
        pairs.sort_by(|a, b| a.0.cmp(&b.0));
        let twice = pairs.windows(2).any(|pair| pair[0].0 == pair[1].0);
        (!twice).then_some(Self(pairs))
    }
}

impl<K, V> Once<K, V> {
    /// The pairs.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(k, v)| (k, v))
    }
    /// None at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: Serialize, V: Serialize> Serialize for Once<K, V> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.iter())
    }
}

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Deserialize<'de> for Once<K, V> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Pairs(PhantomData))
    }
}

struct Pairs<K, V>(PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Visitor<'de> for Pairs<K, V> {
    type Value = Once<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object whose names stand once")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Once::new(pairs).ok_or_else(|| A::Error::custom("a name stands twice"))
    }
}
