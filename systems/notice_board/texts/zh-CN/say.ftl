# Days, sections and states in few words.
# $month (String)
# $day (String)
date = { $month } 月 { $day } 日
# $year (String)
# $month (String)
# $day (String)
date-year = { $year } 年 { $month } 月 { $day } 日
section-all = 全部
section-party = 党务
section-affairs = 居务
section-finance = 财务
section-property = 物业
section-events = 活动
section-honour = 光荣
sheet-notice = 公示、通知
sheet-news = 图片新闻
sheet-week = 一周一页
body-residents = 居委会
body-village = 村委会
standing-coming = 将贴
standing-hanging = 公示中
standing-over = 公示期满
standing-corrected = 已更正
standing-down = 已撤下
ground-none = 没有法定天数
# $article (String)
ground-check = { $article }，请按本地规定核对
# $name (String)
# $days (Number)
# $article (String)
ground-days = { $name }（至少 { $days } 天，{ $article }）
# $article (String)
ground-custom = 天数按惯例；该公开，依据：{ $article }
