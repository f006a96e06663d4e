# Why a photo is not taken: what it is and what to do.
# $most (Number)
too-large = 这张照片太大了：一张最多 { $most } MB，请用手机拍一张普通大小的，或者发截图。
heic = 这是苹果手机自己的 HEIC 格式，这里打不开。请在“设置 › 相机 › 格式”里选“兼容性最佳”再拍一张，或者把照片截个图发来。
pdf = 这是 PDF 文件，不是照片。请把那一页拍张照，或者截个图发来。
unknown = 这个文件不是这里能收的照片。请发 JPG、PNG 或 WebP 的照片，手机直接拍的就行。
# $most (Number)
pixels = 这张照片的像素太多了：最多 { $most } 百万像素。请拍一张普通大小的，或者发截图。
broken = 这张照片不完整或者坏了，没有收下。请重新拍一张，或者从相册里再选一次。
too-hard = 这张照片打不开，没有收下。请换一张，或者把它截个图发来。
busy = 现在发照片的人太多，这张没有收下。请过一分钟再交一次。
