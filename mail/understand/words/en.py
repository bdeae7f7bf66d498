"""English: what words do to a plan. Kind → phrases; `*` is any ending."""

CUES: dict[str, str] = {
    "done": (
        "done | finished | complete | completed | closed | closed out | closed off | wrapped up | wrapped "
        "| wrap up complete | in the bag | sorted | sorted out | all set | through | crossed the line | "
        "over the line | off the list | off my plate | cross it off | cross them off | cross off | tick "
        "off | tick it off | cross | all done | ticked off | nailed | finalised | finalized | concluded | "
        "accomplished | ✅ | ✔ | ☑ | ✓ | 💯 | put to bed | dusted | ended | out of the way | behind us | "
        "fulfilled | achieved | reached | resolved | mark as done | marked as done | marked done | mark "
        "done | mark it done | mark it as done"
    ),
    "ready": "ready | in place | good to go",
    "done.signed": "signed | countersigned | executed | inked | signatures are in | signatures are on it",
    "done.approved": (
        "approved | cleared | signed off | passed | green light | greenlit | green lit | gave us the go "
        "ahead | waved through | gave the green light | given the green light | rubber stamped | accepted "
        "| released | ratified | okayed | ok'd | granted | sign off given | approval is in | got approval "
        "| got the green light | sign off received | got sign off"
    ),
    "done.agreed": "agreed | settled",
    "done.connected": (
        "connected | integrated | up and running | hooked up | migrated | installed | configured | "
        "deployed | rolled out | provisioned"
    ),
    "done.trained": "trained",
    "done.live": (
        "in production | in prod | went live | is live | are live | we're live | been live | gone live | "
        "launched | now live"
    ),
    "done.held": "took place | was held | held | happened | has happened",
    "done.tested": "tested | validated | verified | proven | proved | succeeded",
    "done.delivered": "delivered | arrived | shipped | received | paid | booked | issued | placed | raised",
    "start": (
        "started | start | begun | began | kicked off | kick off done | got going | got started | have "
        "started | set off | underway | under way | off the ground | rolling | begins | commenced | "
        "starting today"
    ),
    "progress": (
        "being prepared | is being prepared | are being prepared | preparing | in preparation | in "
        "progress | working on it | working on this | work in progress | wip | ongoing | on it | halfway | "
        "half way | in the works | still crunching | still working | crunching | making progress | "
        "progressing | i am on it | i'm on it | we are on it | we're on it | in flight | getting there | "
        "⏳ | 🚧 | still testing | still running | still "
        "reviewing | picking this up | going through it | moving along"
    ),
    "partial": (
        "everyone but | everybody but | everything but | everyone except | almost | nearly | mostly | "
        "partly | partially | except | except for | apart from | all but | bar | half | aside from | save "
        "for | other than | largely | not fully | not completely | not entirely | as good as | pretty much "
        "| basically | practically | virtually | more or less | just about | close to | to go | minus | "
        "only the | most of | some of | part of | parts of | left | outstanding | remaining | missing | "
        "pending | to follow up | with the exception of | subject to | first half | nearly there | almost "
        "there | provisionally | informally | verbally | in principle | internally | unofficially | on "
        "paper | so far | about to be | nothing but"
    ),
    "move": (
        "move | moves | moved | moving | push | pushed | pushing | pushes | postpone | postponed | "
        "postponing | reschedule | rescheduled | shift | shifts | shifted | slip | slips | slipped | "
        "slipping | delay until | delayed | delayed until | delayed to | put back | pushed back | push "
        "back | pushed out | push out | slides | slid | bring forward | brought forward | pull forward | "
        "pulled forward | pull in | pulled in | move up | moved up | extend | extended | changed to | "
        "change to | change it to | set to | set it to | put it down for | put down for | make it | let's "
        "say | let us say | call it | bumped | bump | deferred | defer | new date | new date is | new "
        "deadline | new eta | revised date | date is now | now due | it is now | will now be | it's now | "
        "is now | are now | we need until | need until | need time until | give us until | give me until | "
        "give it until | we'll need until | needs until | takes until | will take until | it'll take until "
        "| will need until | adjourned to | adjourned until | rebooked for | rebooked | replan | replanned "
        "| replan for | change the date | change date | change the due date | change the deadline | date "
        "changed | "
        "change it from | update the date | update the due date | new target | new target date"
    ),
    "plan": (
        "planned | planned for | scheduled | scheduled for | expect | expected | we expect | expecting | "
        "aim | aiming | aiming for | target | targeting | target date | eta | due | forecast | on the "
        "calendar for | booked in for | set for | slated for | slated | plan for | plan is | we plan | "
        "plan this for | plan it for | lined up for | pencilled in | realistic date | realistic | "
        "realistically | earliest is | looking at | we're looking at | it'll be | it will be | happen | "
        "happens | goes live | go live | going live | completes | completing | finishes | ends | wraps up "
        "| signs | sign | finish | complete by | clear | be signed | get it done | get this done | have it "
        "done | have this done | have it | have this | close it | wrap up | wrap it up | wrap this up | "
        "wraps | done by | signing is | decides | deliver | back on track for | is set for | are set for | "
        "should be done | will be done | will be finished | commit to | committed to | can do | we can do "
        "| i can do | manage | able to"
    ),
    "miss": (
        "won't make | will not make | can't make | cannot make | miss | not going to make | won't hit | "
        "can't hold"
    ),
    "late": (
        "late | delay | delayed | running late | behind | behind schedule | won't be able | slower | takes "
        "longer | taking longer | take longer | need more time | needs more time | more time | overdue | "
        "longer than"
    ),
    "block": (
        "stuck | blocked | on hold | blocker | blocking | at a standstill | stalled | deadlocked | can't "
        "proceed | cannot proceed | can't continue | cannot continue | can't move forward | cannot move "
        "forward | can't go on | cannot go on | dead in the water | hit a wall | parked | frozen | 🛑 | ⛔ "
        "| show stopper | showstopper | paused | can't move on | can't start until | cannot start until | "
        "can't do anything | not able to proceed | unable to proceed | unable to continue | gridlocked | "
        "hands are tied"
    ),
    "waiting": (
        "waiting for | waiting on | still waiting | waiting | awaiting | depends on | held up | hung up on "
        "| sitting with | sits with | hinges on"
    ),
    "unblock": (
        "unblocked | unstuck | no longer blocked | no longer stuck | not blocked any more | back on track "
        "| resumed"
    ),
    "reopen": (
        "reopen | reopened | re open | re opened | set it back to open | set back to open | back to open | "
        "reverted | take it back | take that back | retract | after all | set it back | put it back to "
        "open | un tick | untick | mark it as open | mark as not done | mark it as not done | mark it open "
        "| not done after all | back to square one | spoke too soon | spoken too soon"
    ),
    "early": (
        "too early | too soon | premature | prematurely | jumped the gun | my mistake | by mistake | "
        "mistakenly | wrongly | i was wrong"
    ),
    "assign": (
        "passed it on | passed this on | passed away | takes over | taken over | took over | take over | "
        "taking over | will own | owns | now owns | new owner | the owner | owner is | is responsible | "
        "responsible for | in charge | in charge of | now responsible | handles | will handle | is "
        "handling | now handles | make | reassign | reassigned | assign | assigned | hand over | handed "
        "over | handing over | hand this over | isn't mine | not mine | isn't my | not my | please write "
        "to | write to | talk to | contact | ask | reach out to | please contact | will lead | leads | "
        "looks after | look after | picks up | will run | drives | will drive | has this now | has a name "
        "| passed on to | passed this on | passed to | instead of me | replaces | replaced by | my "
        "successor | successor | has replaced | is taking | will be taking | is the person | is your "
        "contact | forward this to | goes to | delegate | delegated | over to"
    ),
    "while": (
        "while i'm away | while i am away | in my absence | during my absence | while he is away | while "
        "she is away | until i'm back | until i am back | for the time being | temporarily | in the "
        "meantime | meanwhile | deputy | stand in | covering for | covers for | during her leave | during "
        "his leave"
    ),
    "add": (
        "missing from your plan | missing from the plan | is missing from | please add | add a | add an | "
        "add the | add another | add this | can you add | could you add | you forgot | forgot | new "
        "milestone | new step | extra step | additional step | another step | further step | one more "
        "thing | not on the list | not in the plan | not in your plan | isn't in the plan | should be on "
        "the plan | include a | include the | also need a step | put it on the plan"
    ),
    "key": (
        "we're closed | we are closed | freeze | change freeze | code freeze | closed between | closed "
        "from | shut down | shutdown | closed for | bank holiday | public holiday | company holiday | "
        "stocktake | stock take | inventory week | black friday | blackout | no changes between | plant "
        "closed | office is closed | offices are closed | year end close"
    ),
    "confirm": (
        "on track | as planned | as agreed | works for me | works for us | fine by me | date is fine | "
        "date works | still good | looks good | confirmed | confirm | on course | on schedule | we'll make "
        "it | will make it | still on | holds | that date holds | on plan | according to plan | on time | "
        "in time | stands | ok for us"
    ),
    "same": (
        "unchanged | no change | no changes | nothing new | no news | rest as planned | rest is as planned "
        "| the rest | rest | nothing to report | nothing to add | same as last week | no update | no "
        "updates | nothing changed | everything else | as before | stays | stay | remains as is | status "
        "quo | all good | otherwise | others"
    ),
    "yes": (
        "yes | yep | yeah | yup | sure | indeed | correct | affirmative | absolutely | aye | y | of course "
        "| certainly | it is | it has | we have | we did"
    ),
    "no": (
        "❌ | ✗ | ✘ | ✖ | 👎 | no | nope | nah | not really | n | sadly not | unfortunately not | afraid "
        "not | negative"
    ),
    "ok": (
        "ok | okay | k | noted | got it | understood | will do | roger | 👍 | 👌 | fine | great | perfect "
        "| good | cool | alright | received | acknowledged | copy that"
    ),
    "thanks": (
        "thanks | thank you | thx | many thanks | ty | cheers | much appreciated | appreciated | thanks a "
        "lot | thanks for | 🙏 | thank you for the reminder | thanks for the reminder | for the nudge | "
        "for the update | appreciate it | for the reminder | reminder | nudge"
    ),
    "greet": (
        "hi | hello | hey | dear | good morning | good afternoon | good evening | morning | all | team | "
        "everyone | folks | both of you"
    ),
    "close": (
        "regards | best regards | kind regards | best | cheers | sincerely | all the best | best wishes | "
        "yours | warm regards | talk soon | rgds | br | kr | have a good weekend | have a nice weekend | "
        "have a great weekend | have a good week | speak soon | kindest regards | many greetings"
    ),
    "not": (
        "anything but | not | isn't | aren't | wasn't | weren't | hasn't | haven't | hadn't | didn't | "
        "don't | doesn't | no | never | nothing | nobody | neither | nor | not yet | cannot | can't | "
        "won't | no longer| far from | yet to | still to | awaits | hardly | barely | fails | failed | "
        "dont | isnt | hasnt | havent | wasnt | wont | cant | aint | ain't | unlikely | instead of | "
        "nowhere near | refuses | refused | rejected | declined | cancelled | canceled | shouldn't | "
        "wouldn't | couldn't | disconnected | unsigned | unapproved | unfinished | incomplete | withdrawn "
        "| revoked | rolled back"
    ),
    "hedge": (
        "i think | i believe | i guess | think | believe | guess | maybe | perhaps | probably | possibly | "
        "might | may | might be | likely | hopefully | not sure | unsure | if i'm not mistaken | i suppose "
        "| suppose | tentatively | tentative | roughly | around | about | approximately | approx | ish | "
        "presumably | should be | should have been | should've been | seems | seem | appears | apparently "
        "| supposedly | allegedly | as far as i know | afaik | iirc | to my knowledge | in theory | "
        "theoretically | i hope | hope | hoping | let me check | let me double check | double check | will "
        "check | i'll check | let me confirm | i'd say | in my view | would say | sort of | kind of | or "
        "so | give or take | some time | sometime | at some point | soon | shortly | earliest | at the "
        "earliest | fingers crossed | god willing | with luck | with any luck | could be | could | would | "
        "more like | no idea | don't know | do not know | unclear | uncertain | ideally | best case | "
        "worst case | potentially | consider | considering | thinking about | thinking of | wondering | "
        "propose | suggest | try | trying | try to | tries | want | wants | would like | wish | doubt | "
        "doubtful | tbc | tbd | to be confirmed | if possible | asap | claims | claim | assume | assuming "
        "| i'd guess | pretend | any day now | next week or | or the week after | in the coming days | "
        "these days | i'd rather | rather not"
    ),
    "cond": (
        "if | unless | once | as soon as | provided | provided that | providing | assuming | in case | "
        "when | whenever | only if | on condition | on the condition | depending | depends | subject to | "
        "otherwise we | contingent on | pending | until legal | after legal | as long as | given that | "
        "should you | should they | were we | had we | would have been | only after | only when"
    ),
    "will": (
        "can be | can now be | could be | being done | is being | are being | will | must | must be | "
        "needs to be | need to be | has to be | have to be | still needs | still need | still to | yet to "
        "be | 'll | going to | gonna | shall | is going to | are going to | plan to | plans to | expect to "
        "| expects to | aim to | aims to | intend to | intends to | promise | promised | due to be | about "
        "to | tomorrow | want to | to be | should be | should"
    ),
    "should": "should | should be | ought to",
    "until_by": "no later than | not later than | at the latest | latest by",
    "request": (
        "please | pls | plz | can you | could you | would you | kindly | can you please | could you please "
        "| would you mind | let's | let us | need to | have to | needs to | must"
    ),
    "absence": (
        "on holiday | on vacation | on leave | out of office | out of the office | be back | am back | i'm "
        "back | am away | i'm away | off sick | travelling | traveling | ooo | sick leave | parental leave "
        "| stuck in traffic | stuck in a meeting | stuck in meetings | stuck at | off until | out until"
    ),
    "inquire": (
        "please confirm | confirm if | confirm that | confirm whether | let me know | let us know | tell "
        "me | tell us | please check | please verify | can you confirm | could you confirm | remind me"
    ),
    "event": "meeting | session | board meeting | call",
    "hearsay": (
        "you moved | you promised | you said | you pushed | you told | said | says | told me | tells me | "
        "told us | i heard | heard | heard from | according to | reportedly | rumour has it | rumor has it "
        "| rumour | claims | claimed | mentioned | reports that | i'm told | i am told | i was told | "
        "apparently | supposedly | word is | wrote | writes"
    ),
    "quest": (
        "what | which | who | whom | whose | why | how | when | where | do you | does | is it | is there | "
        "are there | are you | can we | could we | should we | shall we | may i | can i | could i | did "
        "you | have you | would it | will you | is this | has | is the | are the"
    ),
    "angry": (
        "robot mail | robot mails | robot | stop the whole thing | unacceptable | ridiculous | fed up | "
        "sick of | sick and tired | waste of time | wasting our time | wasting my time | joke | annoying | "
        "annoyed | furious | outrageous | a disgrace | disgraceful | lawyers | cancel the contract | "
        "terminate the contract | cancel the project | cancel the whole | call it off | pull the plug | "
        "have a human | a human being | real person | call me now | last warning | enough is enough | stop "
        "sending | stop spamming | spam | nonsense | shame on | never again | incompetent | incompetence | "
        "useless | disappointed | very disappointing | lost patience | losing patience | not impressed | "
        "bullshit | wtf | damn | hell | seriously | kidding | escalate this | how many times | pathetic | "
        "terrible | appalling | rubbish | harassing | harassment | leave me alone | stop bothering"
    ),
    "sarcasm": (
        "oh sure | yeah right | sure thing | as if | just like | when hell freezes | when pigs fly | in "
        "your dreams | dream on | oh great | oh wonderful | oh yes | of course it is | of course it's | "
        "nice try | very funny | ha ha | haha | lol | 🙄 | 🙃 | 😂 | 🤣 | 😏 | surprise surprise | what a "
        "surprise | brilliant | in a parallel universe | magically | by magic | miracle | good luck with | "
        "keep dreaming | totally done | wink | 😉 | so done | done with you | done with this | done "
        "waiting | as usual"
    ),
    "machine": (
        "ignore all previous | ignore previous | previous instructions | system prompt | administrator | "
        "you are the plan's | disregard | as an ai | language model | every milestone | private links | "
        "override | act as | jailbreak | developer mode | set every | set all"
    ),
    "undo": (
        "undo | revert | roll back | rollback | that's wrong | that is wrong | that was wrong | this is "
        "wrong | wrong | undo this | undo that | take it back | not what i said | not what i meant | "
        "reverse this | cancel that | please revert | that's not right | incorrect"
    ),
    "fix": (
        "sorry | i mean | i meant | correction | or rather | rather | make that | no wait | wait | scratch "
        "that | that is | actually | pardon | oops | typo | should read | meant"
    ),
    "both": "both | the two | the two of them | them both | both of them | they both",
    "all": (
        "everything | all done | all | all of it | all of them | the lot | the whole thing | every | all "
        "items | all points | all of these | the whole list | whole list"
    ),
    "mine": (
        "my bit | my part | my piece | my item | my milestone | my task | my step | my side | my end | my "
        "point | my action | mine | my job | my homework | our bit | our part"
    ),
    "our_side": "our side | our end | from our side | on our side | from my side | on my side",
    "that_day": "that date | that day | this date | then | until then | same day | same date | the same date",
    "because": (
        "because | since the | as the | due to | owing to | so that | thanks to | reason is | on account "
        "of | given | as we | as i | as our | as my"
    ),
    "but": (
        "but | however | though | although | yet | still | only | just | except | unfortunately | sadly | "
        "whereas | while | nevertheless"
    ),
    "so": "so | therefore | hence | thus | which means | meaning | and so",
    "and": "and | & | as well as | plus | + | und",
    "or": "or",
    "instead": (
        "originally | initially | was due | were due | was planned | was scheduled | was expected | was "
        "supposed | were supposed | it was | was meant | instead of | rather than | not on | not the | no "
        "longer on | no longer"
    ),
    "per": "by",
    "prep": (
        "in | at | from | by | per | on | during | after | via | over | under | despite | between | "
        "through | within | across | among | against | following | inside | near | behind | based on | "
        "along | before | into | onto | around | until | towards | since | without | ohne | sans | sin | "
        "senza | sem | zonder | utan | uden | uten | ilman | bez | без"
    ),
    "with": "with | for | of | to | about",
    "number": (
        "number | no | nr | num | item | point | step | line | milestone | # | nos | numbers | items | "
        "points | no's | task | position | pos"
    ),
    "pronoun": (
        "it | this | that | it's | 'it | they | these | those | this one | that one | the thing | them | its"
    ),
    "agent": (
        "both sides | both parties | both companies | board | cfo | ceo | cio | cto | coo | ciso | dpo | "
        "committee | council | management | auditor | auditors | lawyer | lawyers | boss | colleagues | "
        "colleague | team | director | directors | sides | parties | side | party | people | everybody | "
        "everyone | customer | vendor | manager | department | leadership | steering | owner | guys | "
        "folks | supervisory | integrator | partner | legal | finance"
    ),
    "benign": (
        "regarding concerning about re as for too a an the is are was were been be being am i we you he "
        "she our us me your my his her their its there here have has had having do does did 's 're 've 'm "
        "'d now today already finally at last also too just really very quite well fully completely "
        "entirely officially formally happily gladly successfully unanimously smoothly easily quickly "
        "eventually both sides as well since yesterday morning afternoon evening week month day date time "
        "o'clock noon eod cob eob please pls kindly also again then so far by on in at to of for with and "
        "or & that which who this it they them these those all everything one ones anyway btw fyi update "
        "status short quick quickly note just letting know let everyone guys sam hi hello news good great "
        "happy glad pleased delighted can could would will 'll shall should may the from as than such any "
        "some more much many own same final finally end ended early latest late later long longer hard "
        "nice super new actual actually indeed yes yep yeah ok okay sure done back up down off out over "
        "get got gotten getting make made put set let say says said see per via because due however though "
        "although but still only even more once never ever always afraid unfortunately sorry apologies "
        "sadly bit little slightly while around about first thing things way ahead plus minus then next "
        "last previous past coming upcoming following instead now working business calendar week's day's "
        "accordingly therefore hence thus ever thereof hereby herewith above below attached enclosed go "
        "went going gone coming take takes took taken need needs needed want wants work works worked "
        "without hiccups exactly right away straight what day's planned list box item items point points "
        "milestone milestones step task tasks number no mark marked tick cross crossed off them record "
        "please thx yours truly"
    ),
}
