/** People of this installation, for the faces that set it up. */
export { addPerson, type NewPerson } from '../store/people.ts'
