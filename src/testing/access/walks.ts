import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#lib/server/id.ts';
import { folderStore } from '#lib/server/store.ts';
import { walkEntryForm } from '#modules/walks/forms.ts';
import { settleWalkNote } from '#modules/walks/server/settle-walk-note.ts';
import { takePaper } from '#modules/walks/server/take-paper.ts';
import { takeWalkEntry } from '#modules/walks/server/take-walk-entry.ts';
import { angermuende } from '../cast.ts';
import { plantSpace } from '../spaces.ts';
import type { Commands } from './access.ts';

const town = ['editor', 'admin'] as const;
const store = folderStore(mkdtempSync(join(tmpdir(), 'gr-access-walk-')));
const entry = (propertyId: string, id = newId()) => ({
	...walkEntryForm.parse({ id, ags: angermuende, kind: 'gone', madeAt: '2026-11-20T09:00:00Z', propertyId }),
	...{ store, uploads: [] }
});

export const commands: Commands = {
	'settle-walk-note': {
		allowed: town,
		arrange: async ({ as, db }) => {
			const [house, id] = [await plantSpace(db, {}), newId()];
			await takeWalkEntry(as('ines'), entry(house.id, id));
			return (ctx) => settleWalkNote(ctx, { ags: angermuende, id });
		}
	},
	'take-paper': {
		allowed: town,
		arrange: async ({ db }) => {
			const { id } = await plantSpace(db, {});
			return (ctx) => takePaper(ctx, { ags: angermuende, lines: [{ propertyId: id, kind: 'holds' }] });
		}
	},
	'take-walk-entry': {
		allowed: town,
		arrange: async ({ db }) => {
			const { id } = await plantSpace(db, {});
			return (ctx) => takeWalkEntry(ctx, entry(id));
		}
	}
};
