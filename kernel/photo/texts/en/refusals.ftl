# Why a photo is not taken: what it is and what to do.
too-large = This photo is too large: at most { $most } MB each. Please take one of ordinary size, or send a screenshot.
heic = This is HEIC, an iPhone’s own format, which cannot be opened here. Please choose “Most Compatible” under Settings › Camera › Formats and take it again, or send a screenshot of it.
pdf = This is a PDF, not a photo. Please take a photo of the page, or send a screenshot.
unknown = This file is no photo that can be taken here. Please send a JPG, PNG or WebP; what a phone takes is fine.
pixels = This photo has too many pixels: at most { $most } megapixels. Please take one of ordinary size, or send a screenshot.
broken = This photo is incomplete or damaged and was not taken. Please take it again, or choose it from the album once more.
too-hard = This photo cannot be opened and was not taken. Please choose another, or send a screenshot of it.
busy = Too many photos are being sent just now, and this one was not taken. Please send it again in a minute.
