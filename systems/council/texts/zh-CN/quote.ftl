desk-quote = 先报个价
desk-quote-hint = 进家维修要收钱的，先说清多少钱、包什么，住户同意了再动手。等回话的这几天不算在期限里；价钱只有住户、您和社区看得到。
desk-quote-note = 干什么、换什么，什么情况要另加钱
desk-quote-go = 报给住户看
desk-consent = 替住户回价钱
desk-consent-hint = 同不同意由住户说了算。先把价钱和包什么念给他听，再填他怎么说的。
desk-consent-note = 住户怎么说（不同意请写为什么）
desk-consent-yes = 住户同意
desk-consent-no = 住户不同意
desk-take-back-hint = 不收钱了，或者先不报了，点一下接着办，剩下的期限从现在接着算。
desk-completion-cost = 花了多少钱（元）
desk-completion-cost-hint = 没花钱就空着。报过价的，不能多过住户同意的数。
# $who (String)
desk-said-quote = 报给住户了，{ $who }先等回话。等的这几天不算在期限里。
# $who (String)
# $by (String)
desk-said-answer = 住户的回话记下了。{ $who }接着办，{ $by }办完。
quote-title = 价钱
quote-price = 一共多少钱（元）
quote-covers = 这个价包什么
quote-both = 工钱和料钱都在内
quote-labour = 只是工钱，料自己买
quote-parts = 只是料钱，不收工钱
# $price (String)
quote-yuan = { $price } 元
quote-erased = 价钱已经删掉
quote-is-open = 等住户回话
quote-is-agreed = 同意了
quote-is-refused = 没同意
quote-is-replaced = 换了新价
quote-is-over = 没谈成，作罢
# $said (String)
quote-said = 住户说：{ $said }
quote-private = 价钱和这些话只有反映的人、办事的单位和社区看得到，公开栏上没有。
quote-think = 同意了才动手，最后收的不会比这个数多。不同意也没关系，说一声为什么。
quote-note = 想说一句（不同意请写为什么）
quote-note-hint = 同意可以不写
quote-yes = 我同意
quote-no = 我不同意
quote-bad-price = 请写一个数，比如 180 或 180.50，单位是元。
quote-no-covers = 还没选这个价包什么：工钱、料钱，还是都在内。
quote-danger-first = 有危险的事先处理，价钱过后再谈。
quote-nobody-to-ask = 这件事不是住户自己报的，没人能同意这个价。请跟社区说一声，走公共维修的路。
quote-own-price = 同不同意由住户说了算，报价的单位不能替住户同意。
# $agreed (String)
quote-over-price = 住户同意的是 { $agreed } 元，不能多收。真要多花，请先另报一个价，住户同意了再填。
quote-no-yes = 报过的价住户没有同意，不能收钱。请另报一个价，或者不收钱办完。
course-quote = 报了价，等住户回话
course-consent = 住户同意了价钱
course-dissent = 住户没同意这个价
# $cost (String)
course-completion-cost = 干完了，花了 { $cost } 元，请居民看
# $name (String)
holds-quoted = { $name }报了价，等住户回话
# $no (String)
quote-told = { $no } 要收费，先请您看价钱
# $holder (String)
# $price (String)
# $covers (String)
quote-told-body = { $holder }报价 { $price } 元（{ $covers }）。您同意了才动手；不同意就说一声。
# $holder (String)
quote-told-body-plain = { $holder }报过一个价，点开看得到。
# $no (String)
quote-ask = { $no } 报了价，要去问住户
quote-ask-body = 请打电话或上门把价钱念给住户听，再把他的话填上。
# $no (String)
quote-told-yes = { $no } 住户同意了价钱
quote-told-yes-body = 可以动手了，剩下的期限从现在接着算。收的钱别多过这个数。
# $no (String)
quote-told-no = { $no } 住户没同意这个价
quote-told-no-body = 点开看为什么。可以另报一个价，或者不收钱办完；不归您管就退回社区。
# $no (String)
quote-silent = { $no } 价钱没等到回话
quote-silent-body = 等的日子到了，期限接着算。请打电话或上门问一问，再报一次。
# $title (String)
# $who (String)
# $price (String)
# $covers (String)
quote-voice = 您好，我是社区的。{ $title }，{ $who }说要收 { $price } 元（{ $covers }）。您同意吗？不同意也没关系，说一声为什么就行。
told-of-quoted = 要收费，先看价钱
told-of-quote-ask = 报了价，要去问住户
told-of-quote-yes = 住户同意了价钱
told-of-quote-no = 住户没同意价钱
told-of-quote-silent = 价钱没等到回话
way-quoted = 等住户回价钱，不算时间
way-paused = 先停一停，不算时间
