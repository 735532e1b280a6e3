//! The members of a JSON object as they stand in the file.

use std::{borrow::Cow, collections::HashSet, fmt, hash::Hash, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{self, DeserializeSeed, IntoDeserializer, MapAccess, value::MapAccessDeserializer},
};
use serde_json::value::RawValue;

/// The members of an object in their order, with the text of their values as it stands in the file.
pub(crate) struct Members<'a>(pub(crate) Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members: Vec<(String, &'de RawValue)> = Vec::new();
                let mut seen = Seen::default();
                while let Some((key, value)) = map.next_entry::<String, &'de RawValue>()? {
                    // Keeping one of two would silently drop the other.
                    if !seen.insert(key.clone()) {
                        return Err(de::Error::custom(format!("duplicate field `{key}`")));
                    }
                    members.push((key, value));
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Visitor)
    }
}

/// What was met. A few are looked through, which is fastest; many are hashed, so that no file takes longer than its length.
#[derive(Debug)]
pub(crate) struct Seen<T> {
    few: Vec<T>,
    many: HashSet<T>,
}

impl<T> Default for Seen<T> {
    fn default() -> Self {
        // Room for the fields of a tenant: one allocation instead of three, for each of thousands.
        Self { few: Vec::with_capacity(Self::ROOM), many: HashSet::new() }
    }
}

impl<T> Seen<T> {
    const FEW: usize = 32;
    const ROOM: usize = 16;
}

impl<T: Eq + Hash> Seen<T> {
    /// Returns true when it is met for the first time.
    pub(crate) fn insert(&mut self, new: T) -> bool {
        if self.few.contains(&new) {
            return false;
        }
        if self.few.len() < Self::FEW {
            self.few.push(new);
            return true;
        }
        self.many.insert(new)
    }
}

/// An object that has no member twice, not even one that Portico does not know.
///
/// What a file says twice would be read one way here and another way by the next program.
pub(crate) struct Unique<T>(pub(crate) T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Unique<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Visitor<T> {
            type Value = T;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
                T::deserialize(MapAccessDeserializer::new(UniqueMembers { map, seen: Seen::default() }))
            }
        }

        deserializer.deserialize_map(Visitor(PhantomData)).map(Self)
    }
}

struct UniqueMembers<'de, A> {
    map: A,
    seen: Seen<Cow<'de, str>>,
}

/// A key, borrowed from the text where it has no escapes.
#[derive(Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de, A: MapAccess<'de>> MapAccess<'de> for UniqueMembers<'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        let Some(Key(key)) = self.map.next_key()? else { return Ok(None) };
        if !self.seen.insert(key.clone()) {
            return Err(de::Error::custom(format!("duplicate field `{key}`")));
        }
        let key: de::value::CowStrDeserializer<'_, A::Error> = key.into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}
