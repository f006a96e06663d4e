use crate::{DECODED_MAX, LARGE, PIXELS_MAX, Picture, Refusal, SMALL, sniff};
use fast_image_resize::Resizer;
use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageError, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use std::io::Cursor;

/// No side is longer.
const SIDE_MAX: u32 = 12_000;
const QUALITY: u8 = 80;

/// The child's work: a stranger's file becomes two pictures of ours.
pub(crate) fn photo(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let format = sniff::format(bytes)?;
    let (decoded, orientation) = decoded(bytes, format)?;
    // Made small first, then turned: turning the whole photo would need its memory twice.
    let mut small = fitted(&decoded, LARGE)?;
    drop(decoded);
    small.apply_orientation(orientation);
    Ok(pictures(&small)?.packed())
}

/// Size and memory are looked at before a pixel is decoded.
pub(crate) fn decoded(bytes: &[u8], format: ImageFormat) -> Result<(DynamicImage, Orientation), Refusal> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_MAX);
    limits.max_image_height = Some(SIDE_MAX);
    limits.max_alloc = Some(DECODED_MAX);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(why)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS_MAX || decoder.total_bytes() > DECODED_MAX {
        return Err(Refusal::TooManyPixels);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    Ok((DynamicImage::from_decoder(decoder).map_err(why)?, orientation))
}

fn why(e: ImageError) -> Refusal {
    match e {
        ImageError::Limits(_) => Refusal::TooManyPixels,
        _ => Refusal::Broken,
    }
}

/// Both sizes of a picture that is upright.
pub(crate) fn pictures(upright: &DynamicImage) -> Result<Picture, Refusal> {
    let small = fitted(upright, SMALL)?;
    let (width, height) = (upright.width(), upright.height());
    Ok(Picture { large: jpeg(&opaque(upright))?, small: jpeg(&opaque(&small))?, width, height })
}

/// The same with its longer side at most `most`; never larger than it was.
fn fitted(picture: &DynamicImage, most: u32) -> Result<DynamicImage, Refusal> {
    let (w, h) = (picture.width(), picture.height());
    let long = w.max(h);
    if long <= most {
        return Ok(picture.clone());
    }
    let scaled =
        |side: u32| ((u64::from(side) * u64::from(most) + u64::from(long) / 2) / u64::from(long)).max(1) as u32;
    let mut out = DynamicImage::new(scaled(w), scaled(h), picture.color());
    Resizer::new().resize(picture, &mut out, None).map_err(|_| Refusal::Unknown)?;
    Ok(out)
}

/// What can be seen through lies on white.
fn opaque(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let seen = picture.to_rgba8();
    let over = |c: u8, a: u8| ((u32::from(c) * u32::from(a) + 255 * (255 - u32::from(a)) + 127) / 255) as u8;
    RgbImage::from_fn(seen.width(), seen.height(), |x, y| {
        let [r, g, b, a] = seen.get_pixel(x, y).0;
        Rgb([over(r, a), over(g, a), over(b, a)])
    })
}

fn jpeg(picture: &RgbImage) -> Result<Vec<u8>, Refusal> {
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, QUALITY).encode_image(picture).map_err(|_| Refusal::Broken)?;
    Ok(out)
}

/// Both sizes of a picture this program has drawn itself, as a child would have made them.
///
/// # Errors
/// [`Refusal::Broken`], if it has no pixels.
pub fn encode(drawn: RgbImage) -> Result<Picture, Refusal> {
    pictures(&fitted(&DynamicImage::ImageRgb8(drawn), LARGE)?)
}
