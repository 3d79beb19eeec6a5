/** What is kept for invented children's life stories, by what a child of the age would have. Nobody said or lived any of it. */
import type { storyItemType } from '../../core/lifeStory/records.ts'
import type { ValuesOf } from '../../core/records/recordType.ts'
import type { Age } from './known.ts'

export type StoryWords = Pick<ValuesOf<typeof storyItemType>, 'kind' | 'title' | 'about' | 'words' | 'with' | 'keptAt'>

const small: readonly StoryWords[] = [
  { kind: 'photograph', title: 'The day you were born', about: ['birth', 'family'], words: 'Mum holding you, in the green blanket. The midwife wrote the time on the back: ten to four in the morning.', with: ['family', 'worker'], keptAt: 'Memory box; scans in the record' },
  { kind: 'memory box', title: 'The green blanket', about: ['birth'], words: 'You came into the world in it. It smells of nothing now, but you still look for the label.', with: ['carers'], keptAt: 'Memory box, at home' },
  { kind: 'letter', title: 'A letter from Mum', about: ['family', 'why'], words: 'Mum wrote that she loves you and could not keep you safe, and that it was never because of you.', with: ['family', 'worker'], keptAt: 'Memory box; a copy in the record' },
  { kind: 'photograph', title: 'The house with the yellow door', about: ['homes'], words: 'Where you lived first, and the people who looked after you there. The dog was called Biscuit.', with: ['former carers', 'carers'], keptAt: 'Album' },
]

const grown: readonly StoryWords[] = [
  { kind: 'chapter', title: 'Why I came to live here', about: ['why', 'homes'], words: 'Told together over three afternoons, with the calendar and the map. Some of it was hard to hear; that is in it too.', with: ['child', 'worker', 'carers'], keptAt: 'Life story book' },
  { kind: 'visit', title: 'Back to the street with the swings', about: ['homes', 'family'], words: 'The swings are red now. We stood outside the old house and found the window that was yours.', with: ['child', 'worker'], keptAt: 'Photographs in the book' },
  { kind: 'telling', title: 'What Nan remembers', about: ['family', 'culture'], words: 'A recording of Nan: the village, the boat, how the great-grandparents met, the song for bad weather.', with: ['family', 'child'], keptAt: 'Recording in the record; a stick in the box' },
  { kind: 'making', title: 'My family tree on one big paper', about: ['family'], words: null, with: ['child', 'practitioner'], keptAt: 'On the bedroom wall' },
  { kind: 'photograph', title: 'Every class photograph so far', about: ['school', 'proud'], words: 'Three schools, and all of them found. The swimming certificate is behind the second.', with: ['others', 'worker'], keptAt: 'Album' },
  { kind: 'letter', title: 'A letter from my old teacher', about: ['school', 'proud'], words: 'She writes that you were the one who noticed when somebody stood alone.', with: ['others'], keptAt: 'Memory box' },
]

const young: readonly StoryWords[] = [
  { kind: 'chapter', title: 'My own words about all this', about: ['why', 'now'], words: 'Written by the young person. Not to be changed by anybody else.', with: ['child'], keptAt: 'With the young person' },
  { kind: 'telling', title: 'Reading my records together', about: ['why', 'family'], words: 'We read the first year together and wrote down what is wrong in it and what was missing.', with: ['child', 'worker'], keptAt: 'Notes in the record' },
  { kind: 'other', title: 'Recipes from home', about: ['culture', 'family'], words: 'Seven dishes, with what they are called at home and whose they were.', with: ['child', 'carers'], keptAt: 'A notebook in the kitchen' },
]

export const storiesBy: Readonly<Record<Age, readonly StoryWords[]>> = {
  baby: small, small, middle: grown, teen: [...grown, ...young], older: [...young, ...grown.slice(2)],
}

/** Why a child of this age does not want the work for now, as they say it. */
export const notNow: Readonly<Record<Age, string>> = {
  baby: '', small: '“I don’t want to talk about the other house.”', middle: '“Not now. Ask me when it’s holidays.”',
  teen: '“I know my story. I don’t need a book.”', older: '“After my exams. Maybe with Nan, not with you lot.”',
}
