# The question about photos in a form.
photo-hint = At most 6, up to 12 MB each. Where a photo was taken is removed from it; neighbours see it only after a worker has looked and covered faces and number plates.
photo-keep = Keep photo { $n }
