how-inbox = On the phone’s screen
how-call = By telephone
how-visit = A visit
how-slip = A note on the door
how-family = Through the family
how-ask = They come and ask

no-errand = There is nothing to tell here; it may have moved on. Please go back to the list.
told-already = Somebody has already told them.
no-phone = No telephone number is registered, so nobody could be rung. Please have one registered first, or choose another way.
no-quiet = Quiet hours run from one time of day to another and leave at least six hours in which people can be reached.
no-address = This does not look like a mail address; it should look like wuye@example.cn, one at a time.

posted-waiting = Waiting to go out
posted-sending = Going out
posted-sent = Taken by the other side
posted-failed = Could not be sent
posted-unknown = Perhaps sent; not sent again
posted-none = Does not go out
