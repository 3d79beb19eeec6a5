/**
 * What the most used passwords are made of. A list of whole passwords of twelve signs and more would be one of these beside
 * another, with figures; so the parts are listed, and `passwordRules.ts` takes them out. Written for Holdfast, with the words
 * of its own trade.
 */

/** Words, names and short sentences. */
export const words: readonly string[] = [
  'password', 'passwort', 'passw', 'letmein', 'letme', 'welcome', 'iloveyou', 'ilove', 'loveyou', 'admin', 'administrator', 'login', 'secret', 'changeme', 'default',
  'temporary', 'temp', 'test', 'testing', 'guest', 'user', 'master', 'monkey', 'dragon', 'princess', 'sunshine', 'shadow',
  'superman', 'batman', 'football', 'baseball', 'basketball', 'liverpool', 'arsenal', 'chelsea', 'manchester', 'united',
  'everton', 'tottenham', 'rangers', 'celtic', 'london', 'england', 'charlie', 'michael', 'jessica', 'daniel', 'thomas', 'jordan',
  'ashley', 'nicole', 'hannah', 'george', 'harry', 'samantha', 'starwars', 'pokemon', 'minecraft', 'computer', 'internet',
  'whatever', 'freedom', 'trustno', 'nothing', 'something', 'mustang', 'hunter', 'killer', 'flower', 'butterfly', 'chocolate',
  'cheese', 'banana', 'orange', 'purple', 'summer', 'winter', 'spring', 'autumn', 'january', 'february', 'march', 'april', 'june', 'july',
  'august', 'september', 'october', 'november', 'december', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday',
  'holdfast', 'fernbrook', 'demonstration', 'council', 'social', 'worker', 'children', 'child', 'services', 'service', 'permanence',
  'adoption', 'fostering', 'safeguarding', 'borough', 'county', 'department', 'office', 'company', 'please', 'hello', 'goodbye', 'thankyou', 'blink', 'google', 'facebook', 'microsoft', 'windows', 'outlook',
]

/** Runs of the keyboard and the alphabet, and the small words between. */
export const fillers: readonly string[] = [
  'qwertyuiop', 'qwertyui', 'qwerty', 'qwert', 'asdfghjkl', 'asdfgh', 'asdf', 'zxcvbnm', 'zxcvbn', 'zxcv', 'qazwsx', 'qaz', 'wsx', 'edc', 'rfv', 'tgb', 'yhn',
  'poiuytrewq', 'lkjhgfdsa', 'mnbvcxz', 'abcdefghijklmnopqrstuvwxyz', 'abcdefghijkl', 'abcdefgh', 'abcdef', 'abcd', 'abc', 'xyz', 'aaa', 'zzz', 'xxx',
  'my', 'the', 'is', 'and', 'for', 'you', 'new', 'big', 'one', 'our', 'word', 'day', 'team',
]
