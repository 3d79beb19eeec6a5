/** What children say, by their age, and what was done about it. Invented; no child said any of it. */
import type { ownWordsType } from '../../core/voice/ownWords.ts'
import type { ValuesOf } from '../../core/records/recordType.ts'
import type { Age } from './known.ts'

type Means = ValuesOf<typeof ownWordsType>['means']

export interface Said {
  readonly words: string
  readonly means: Means
  readonly about: readonly string[]
  /** What was done, to the child; null where nothing was asked. */
  readonly did: string | null
  readonly whole: 'yes' | 'partly' | 'no' | 'not yet'
}

const said = (words: string, means: Means, about: readonly string[], did: string | null, whole: Said['whole'] = 'yes'): Said => ({ words, means, about, did, whole })

/** By age band. */
export const sayings: Readonly<Record<Age, readonly Said[]>> = {
  baby: [
    said('Turns to the carer’s voice and stops crying when picked up. Watches the door when mum’s visit ends.', 'observed', ['home', 'family'], null),
    said('Holds on to the blue blanket and sleeps only with it. Smiles at the older brother first of all.', 'observed', ['family'], 'We wrote the blanket into the care plan so that it goes wherever you go.'),
    said('Lifts both arms to the carer, offers toys, settles within minutes after family time.', 'observed', ['home'], null),
  ],
  small: [
    said('“I want to sleep at Nan’s and have toast.”', 'talking', ['family'], 'We asked Nan, and you have stayed two Saturdays. There was toast.'),
    said('Drew a house with five people and said: “That is all of us and the dog.”', 'drawing or play', ['family', 'home'], 'We asked for a photo of everybody, and it is by your bed now.'),
    said('“Is this my house for always?”', 'talking', ['plan'], 'We do not know yet, and we told you so. We will tell you first when we do.', 'not yet'),
    said('“I like it when the lady reads the bear book. I do not like the car.”', 'talking', ['worker', 'home'], 'Family time is nearer now, so there is less car. The bear book comes along.', 'partly'),
  ],
  middle: [
    said('“Why can my sister live with Dad and I can’t? Nobody has told me properly.”', 'talking', ['family', 'plan'], 'Your social worker came back on the Tuesday and told you why, with the drawing. You said it was still not fair.', 'partly'),
    said('“I want to stay in my school whatever happens. My best friend is there.”', 'talking', ['school', 'friends'], 'We wrote it into the plan: the school stays, also if you move.'),
    said('“I would like to see my brother on football days and not in the centre.”', 'writing', ['family'], 'From May you see each other at the Saturday match.'),
    said('“Stop changing my social worker. I have to start again every time.”', 'talking', ['worker'], 'We could not promise it, and said so. Your new worker met you together with the old one.', 'partly'),
    said('“I feel safe here. The cat sleeps on my bed.”', 'talking', ['home'], null),
  ],
  teen: [
    said('“I don’t want a meeting about me at school in front of everyone. Ask me where.”', 'talking', ['school', 'plan'], 'Your review was at the café you chose.'),
    said('“I want to know what it says in my file about when I was little.”', 'writing', ['identity'], 'We have begun your life story work; the first visit to your old street is booked.', 'not yet'),
    said('“I’m happy to stay with them till I’m 18 but nobody has asked them in front of me.”', 'talking', ['home', 'plan'], 'We asked, with you there. They said yes.'),
    said('“I want to go to the mosque with my uncle on Fridays.”', 'talking', ['identity', 'family'], 'Your uncle collects you on Fridays.'),
    said('“Don’t tell my mum I said this. I don’t want to go back.”', 'talking', ['home', 'family'], 'We told the court what you want without saying why, as you asked.', 'yes'),
  ],
  older: [
    said('“I want my own place but not on my birthday like it’s a deadline.”', 'talking', ['plan', 'home'], 'You stay until your course ends in July; the flat is kept for you until then.'),
    said('“I need my papers sorted. I can’t sleep for thinking about it.”', 'talking', ['identity', 'health'], 'The solicitor has an appointment with you, and your worker goes along.', 'not yet'),
    said('“I’d like to meet my little brother. I only have one photo.”', 'writing', ['family'], 'We have asked his adoptive parents by letterbox. We are waiting.', 'not yet'),
    said('“College is good. I want to cook for a living.”', 'talking', ['school'], 'Your personal adviser found the Thursday kitchen placement.'),
  ],
}

/** How a child is told of their rights, by age. */
export const rightsTold: Readonly<Record<Exclude<Age, 'baby'>, string>> = {
  small: 'With the picture book about people who help', middle: 'Talked it through, with the guide for children', teen: 'Talked it through; the leaflet and the number are in their phone',
  older: 'Talked it through, with an interpreter where wanted; wrote the number down',
}
