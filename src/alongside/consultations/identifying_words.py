"""Words that the detector of identifying details knows: what is no name, what is often a word, what few share."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = "Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Sister|Imam|Father"
STREETS = (
    "Street|St|Road|Rd|Lane|Avenue|Ave|Close|Drive|Court|Crescent|Gardens|Grove|Place|Terrace|Way|Row|Walk|Mews"
    "|Hill|Square|House|Park"
)
# Where children are: a run of capitals that ends with one of these names a place.
PLACES_OF_CHILDREN = _words(
    "primary infant infants junior juniors nursery academy school college ward pre-school preschool centre"
    " hospital surgery practice trust council church mosque temple club hub"
)
_MONTHS_AND_DAYS = (
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday christmas easter ramadan eid diwali hanukkah"
)
_OFFICES = (
    "health visitor visitors nurse midwife doctor gp consultant paediatrician social worker workers care children"
    " childrens children’s children's family families early help team teams around child manager lead designated"
    " safeguarding named officer police constable sergeant head teacher teaching assistant deputy senco sendco"
    " headteacher ed psychologist therapist speech language housing association youth offending justice service"
    " services mash marac mappa camhs cin cpp taf tac eha ehcp iro lado dsl dpo nhs sen send pupil premium"
    " foster carer carers kinship special guardian guardianship local authority partnership board county city"
    " borough district community mental physical learning support worker duty desk consultation line multi"
    " agency hub plan need protection conference strategy meeting core group section act working together"
    " information sharing data privacy caldicott"
)
_FAMILY = "mum dad mother father nan nana gran grandad grandma grandmother grandfather aunt auntie uncle stepdad stepmum"
_SPEECH = (
    "i i’m i'm i’ve i've i’d i'd he she they we you it the a an and or but if when while since because so then there this"
    " that these those his her their our my your what who why how where which yes no not please thank thanks dear in on"
    " at by for from with without after before during until over under about as to of is are was were has have had"
    " does did do can could would should may might must will shall also only even still just each every both some any"
    " all most more less other another one two three four five six seven eight nine ten first second third last next"
    " today yesterday tomorrow now ok okay asked said says told year years key stage reception foundation term"
    " half spring summer autumn winter english maths science art music reading writing british england wales scotland"
    " ireland london europe european african asian polish romanian urdu punjabi bengali arabic somali welsh irish"
    " facebook instagram snapchat tiktok whatsapp xbox playstation fortnite roblox minecraft youtube google"
    " universal credit child benefit citizens advice food bank red cross barnardo’s nspcc childline home start"
    " asd ocd odd ptsd pda fasd ofsted cafcass hmrc dwp pip dla esa cdop pshe rshe gcse nvq dbs pru hmp asap"
    " asthma adhd autism autistic down’s downs syndrome epilepsy type diabetes calpol ventolin"
)
NOT_A_NAME = _words(f"{_MONTHS_AND_DAYS} {_OFFICES} {_FAMILY} {_SPEECH} {' '.join(PLACES_OF_CHILDREN)}")

# Names that are also words: alone and at the start of a sentence they say nothing.
OFTEN_A_WORD = _words(
    "will mark rose grace hope faith joy may june april summer autumn daisy lily poppy ivy holly heather ruby"
    " pearl jade amber bill rob jack frank grant chase chance drew dean guy miles pat sue bob art ray rich"
    " carol dawn eve violet iris olive hazel robin finch king knight page price young long short brown black"
    " white green gray grey little small hill wood woods field fields banks bush stone marsh lane cook baker"
    " butler carter mason fisher day noon winter love good best sharp swift strong wise noble church bishop"
    " abbott hall park rivers lake"
)

# Few share these at one school, nursery or ward.
RARE_TRAITS = (
    "twins?|triplets?|quads|only (?:girl|boy|child) in|(?:four|five|six|seven|eight|nine) (?:siblings|brothers|sisters)"
    "|sibling group|wheelchair|cochlear|hearing aids?|deaf|blind|albinism|cystic fibrosis|sickle cell|leukaemia|cancer"
    "|down[’']?s syndrome|epilepsy|tracheostomy|gastrostomy|cerebral palsy|dwarfism|muscular dystrophy|transplant"
    "|selective mutism|adopted|looked[- ]after|in care|asylum|refugees?|traveller|traveler|roma|jehovah[’']s witness(?:es)?"
    "|plymouth brethren|orthodox jewish|prison|vicar|imam|councillor|footballer|mayor|undertaker|surrogate"
    "|transgender|witness protection|bereaved by suicide|house fire"
)
