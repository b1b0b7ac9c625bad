import { Refusal } from '#lib/refusal.ts';
import type { PartData } from './parts.ts';

/** What somebody else has made of a part in the meantime. */
export type Theirs = { data: PartData; version: number; by: string | null };

/** Two people changed the same part: both texts go back to the one who came second, and nothing is saved. */
export class EditConflict extends Refusal {
	readonly theirs: Theirs;

	constructor(theirs: Theirs) {
		super(409, 'changed-meanwhile', {
			message: `${theirs.by ?? 'Jemand'} hat diesen Teil inzwischen geändert. Unten stehen beide Fassungen. Ihre ist noch nicht gespeichert und nicht verloren.`
		});
		this.theirs = theirs;
	}
}
