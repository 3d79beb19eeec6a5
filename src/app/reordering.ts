/** Text that would change the order in which its neighbours are read. */

/**
 * Marks that turn the direction of what follows (Unicode Annex 9: embeddings, overrides, isolates). A name from a file
 * could carry one and make a page or a spreadsheet show another number than it holds. Each becomes a mark that is seen.
 * Letters that run from right to left, and the plain direction marks of names in such letters, stay.
 */
const reordering = /[\u202a-\u202e\u2066-\u2069]/g

/** The text with every reordering mark made visible. */
export const withoutReordering = (text: string): string => text.replace(reordering, '\ufffd')
