import { Refusal } from '#lib/refusal.ts';

/** What stands there now, as words beside the fields, with the mark by which it is known. */
export type Theirs = { by: string | null; mark: string; texts: [label: string, text: string][] };

/** Two people wrote at the same time: both texts go back to whoever came second, and nothing is saved. */
export class ConceptConflict extends Refusal {
	readonly theirs: Theirs;

	constructor(theirs: Theirs) {
		super(409, 'changed-meanwhile', {
			message: `${theirs.by ?? 'Jemand'} hat inzwischen auch geschrieben. Unten steht, was dort jetzt steht. Euer Text ist noch nicht gespeichert und nicht verloren: Wer noch einmal speichert, ersetzt das andere.`
		});
		this.theirs = theirs;
	}
}

/** What a form gets back of such a conflict; any other error goes on. */
export function conflictOf(error: unknown): { message: string; theirs: Theirs } {
	if (error instanceof ConceptConflict) return { message: error.message, theirs: error.theirs };
	throw error;
}
