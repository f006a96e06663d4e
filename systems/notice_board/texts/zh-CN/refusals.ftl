# Why something about a notice is refused.
no-not-here = 这里的公示栏不归您管，请选您管的社区或者小区。
no-notice = 没有这张公示。
no-title = 请写一个标题，让人一眼看明白是什么事。
no-words = 请把要公示的内容写上。
no-section = 公示栏没有这一栏，请选党务、居务、财务、物业、活动或者光荣；有的事项定了只能贴在哪一栏。
no-ground = 请选贴的是什么；按那天的规定没有这一项。
no-from-past = 开始的日子已经过去了，最早从今天贴起。
no-to-before-from = 结束的日子早于开始的日子，请改一下。
no-too-far = 太长了，最多贴 400 天，也请不要提前一年以上登记。
no-id-number = 内容里像是有身份证号，公示栏上不能有，请删掉。
no-hangs = 已经贴出去了，不能再改字；写错了就再贴一张更正，两张互相指着。
no-not-yet = 还没到开始的日子，要改直接改就行。
no-corrected = 这张已经有更正了，要再更正就更正新的那张。
no-is-down = 这张已经撤下了。
no-reason = 请写一句为什么撤下，大家看得到。
no-photo = 请附上照片。
no-alt = 每张照片都要写一行画面上是什么，照片几张就写几行，看不见的人靠它知道。
no-caption = 照片要有说明，写一句是什么时候、什么事。
no-credit = 请写上照片是谁拍的。
no-consent = 照片里露脸的人没问过，不能贴。请问过本人，或者换一张认不出人的。
no-consent-how = 请写上是什么时候、怎么问的，比如“6 月 17 日当面问的”。
no-children = 有孩子的照片不贴。请换一张，或者确认画面里没有孩子，选“没有”。
no-needy = 不贴受帮助的人的照片，免得人家难堪。请换一张，或者确认画面里没有，选“没有”。
no-proof-to-come = 照片的日子还没到，请填拍照的那天。
no-proof-start = 这是开头的照片，日子要在贴出的那天到期满之间。
no-proof-end = 这是期满的照片，要在最后一天拍，最晚在撤下前一周内。
no-proof-given = 这张照片已经有了。
no-body = 请选居委会还是村委会。
# $days (Number)
# $article (String)
# $until (String)
no-too-short = 至少公示 { $days } 天（{ $article }），最早到 { $until }。
# $until (String)
# $article (String)
no-within-period = 公示期到 { $until }（{ $article }），没满不能撤下；写错了请再贴一张更正。
# $days (Number)
# $until (String)
no-too-short-custom = 按惯例至少公示 { $days } 天，最早到 { $until }；当地另有规定的按当地的。
# $until (String)
no-within-period-custom = 说好公示到 { $until }（按惯例定的天数），没满不撤；写错了请再贴一张更正。
no-others = 这张是别的单位贴的，要改、要更正、要撤下，请找贴的单位或者社区。
# $until (String) 那一天
no-shorter-than-old = 更正不能比写错的那张贴得短：最早到 { $until }。把“贴到哪天”往后改。
no-proof-people = 先确认这张照片里认不出人，再交；板前有人就等人走了再拍一张。
