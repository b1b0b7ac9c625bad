import { Refusal } from '#lib/refusal.ts';

/** What stands there now, as words beside the fields it belongs to. */
export type Theirs = { by: string | null; version: number; texts: [label: string, text: string][] };

/** Two people changed the same thing: both texts go back to the one who came second, and nothing is saved. */
export class ProcedureConflict extends Refusal {
	readonly theirs: Theirs;

	constructor(theirs: Theirs) {
		super(409, 'changed-meanwhile', {
			message: `${theirs.by ?? 'Jemand'} hat das inzwischen geändert. Unten steht, was jetzt gilt. Ihr Text ist noch nicht gespeichert und nicht verloren: Wer noch einmal speichert, ersetzt das andere.`
		});
		this.theirs = theirs;
	}
}

/** What a form gets back of such a conflict; any other error goes on. */
export function conflictOf(error: unknown): { message: string; theirs: Theirs } {
	if (error instanceof ProcedureConflict) return { message: error.message, theirs: error.theirs };
	throw error;
}
