# The question about photos in a form.
photo-hint = 最多 6 张，一张最多 12 MB。照片里的拍摄地点会去掉；社区的人看过、遮好人脸和车牌，才给邻居看。
# $n (Number)
photo-keep = 留着第 { $n } 张
