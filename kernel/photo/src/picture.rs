use lianxin_child::{pack, unpack};

/// A picture of ours in its two sizes, JPEG.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// At most 1600 pixels on its longer side.
    pub large: Vec<u8>,
    /// At most 480.
    pub small: Vec<u8>,
    /// Width of the large one.
    pub width: u32,
    /// Height of the large one.
    pub height: u32,
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({}×{}, {} + {} bytes)", self.width, self.height, self.large.len(), self.small.len())
    }
}

impl Picture {
    pub(crate) fn packed(&self) -> Vec<u8> {
        pack(&[&self.large, &self.small, &self.width.to_le_bytes(), &self.height.to_le_bytes()])
    }

    /// What a child of this room answered; nothing if it is none of its answers.
    pub fn unpacked(answer: &[u8]) -> Option<Self> {
        let parts = unpack(answer)?;
        let [large, small, width, height] = parts.as_slice() else { return None };
        let number = |bytes: &[u8]| Some(u32::from_le_bytes(bytes.try_into().ok()?));
        Some(Self { large: large.to_vec(), small: small.to_vec(), width: number(width)?, height: number(height)? })
    }
}
