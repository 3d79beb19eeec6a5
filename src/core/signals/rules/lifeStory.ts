import { cannotTell, type SignalRule } from '../signal.ts'

export const lifeStory: SignalRule = {
  id: 'life-story', tag: 'Life story', title: 'No life story work',
  rests: 'A child away from home is helped to know their story (statutory guidance, Children Act 1989 volume 2; Ofsted, Havering 2023).',
  // Life story work is not a record of Holdfast yet: the signal says so rather than call silence fine.
  ask: () => cannotTell('Life story work is not recorded in Holdfast.'),
}
