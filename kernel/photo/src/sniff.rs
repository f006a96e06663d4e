//! What a file is, by what is in it.

use crate::Refusal;
use crate::jpeg;
use image::ImageFormat;

/// A PDF's mark may stand a little way in.
const PDF_WITHIN: usize = 1024;
/// Brands of ISO media files that hold still pictures in HEVC or AV1.
const HEIC: &[&[u8; 4]] =
    &[b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"hevm", b"hevs", b"mif1", b"msf1", b"avif", b"avis"];

/// The format of a photo that can be taken.
pub(crate) fn format(bytes: &[u8]) -> Result<ImageFormat, Refusal> {
    match image::guess_format(bytes) {
        Ok(ImageFormat::Jpeg) if jpeg::is_cut_off(bytes) => Err(Refusal::Broken),
        Ok(format @ (ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) => Ok(format),
        _ if is_heic(bytes) => Err(Refusal::Heic),
        _ if is_pdf(bytes) => Err(Refusal::Pdf),
        _ => Err(Refusal::Unknown),
    }
}

fn is_heic(bytes: &[u8]) -> bool {
    let brand = bytes.get(8..12).filter(|_| bytes.get(4..8) == Some(b"ftyp"));
    brand.is_some_and(|brand| HEIC.iter().any(|known| *known == brand))
}

fn is_pdf(bytes: &[u8]) -> bool {
    bytes.iter().take(PDF_WITHIN).copied().collect::<Vec<_>>().windows(5).any(|five| five == b"%PDF-")
}
