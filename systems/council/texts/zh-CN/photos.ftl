# Photos of a matter: on its page, in forms, and what everybody may see of them.
photos-reported = 反映时的照片
photos-said = 商量时的照片
photos-done = 干完以后的照片
# $n (Number)
photo-alt = 第 { $n } 张照片
report-photos = 照片
desk-completion-photos = 干完以后的照片
desk-entry-photos = 照片
# $n (Number)
desk-mask-title = 第 { $n } 张照片
desk-mask-show = 公开这张（只公开遮过的，原图只有办事的人看得到）
desk-mask-hint = 有人脸、车牌、门牌号的格子点一下，涂黑。
desk-mask-large = 看大图
# $row (Number)
# $column (Number)
desk-mask-cell = 涂黑第 { $row } 行第 { $column } 格
# $n (Number)
desk-photos-hidden = 有 { $n } 张照片只有办事的人看得到。
