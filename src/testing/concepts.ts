import { folderStore, type Store } from '#lib/server/store.ts';
import { frozenLeaves, type Frozen } from '#modules/procedures/frozen.ts';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ctx } from '#modules/people/actor.ts';
import { loadFrozen } from '#modules/procedures/server/load-frozen.ts';
import { beginForm, type CostsInput, type TextsInput } from '#modules/concepts/forms.ts';
import { addFile } from '#modules/concepts/server/add-file.ts';
import { beginConcept } from '#modules/concepts/server/begin-concept.ts';
import { findConcept } from '#modules/concepts/server/find-concept.ts';
import { saveCosts, saveTexts } from '#modules/concepts/server/save-texts.ts';
import { sheetOf } from '#modules/concepts/sheet.ts';
import type { Stage } from './access/access.ts';
import { cast, type CastName } from './cast.ts';
import { plantOpenProcedure, type Published } from './published.ts';

export const pdf = new TextEncoder().encode('%PDF-1.7\nein Plan\n%%EOF');
/** In memory where the system has a folder for that: what is tested is not the disk. */
const fast = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
export const freshStore = (): Store => folderStore(mkdtempSync(join(fast, 'gr-concepts-')));

/** Texts that answer everything that is asked, with a word of their own. */
export function textsFor(
	frozen: Frozen,
	{ round = 1, word = 'Werkhof', mark = '' }: { round?: number; word?: string; mark?: string } = {}
): TextsInput {
	const answers = Object.fromEntries(sheetOf(frozen, round).fields.map(({ key, title }) => [key, `${word}: was wir zu ${title} sagen.`]));
	return {
		...{ mark, title: `${word} am Markt`, summary: `${word}, Werkstätten und ein Café.`, applicantName: word },
		...{ contact: 'Amira Haddad', email: cast.amira.email, phone: '', members: 7, answers }
	};
}

export const costsFor = (mark = ''): CostsInput => ({
	mark,
	costs: {
		once: [
			{ text: 'Umbau', cents: 20_000_00 },
			{ text: 'Unvorhergesehenes', cents: 2_000_00 }
		],
		funds: [{ text: 'Eigenmittel', cents: 22_000_00 }],
		yearly: [{ text: 'Rücklage', cents: 1_000_00 }],
		income: [{ text: 'Miete', cents: 9_600_00 }],
		note: ''
	},
	offerCents: 120_000_00
});

/** Fills a begun concept so that nothing is missing. */
export async function fillConcept(
	ctx: Ctx,
	{ id, procedureId, store, word }: { id: string; procedureId: string; store: Store; word?: string }
): Promise<void> {
	const { frozen } = await loadFrozen(ctx, procedureId);
	const { marks, sheet } = await findConcept(ctx, id);
	await saveTexts(ctx, { id, input: textsFor(frozen, { word, mark: marks.texts }) });
	if (sheet.needsCosts || sheet.offerUnit) await saveCosts(ctx, { id, input: costsFor(marks.money) });
	for (const { key, wantsFile } of sheet.fields)
		if (wantsFile) await addFile(ctx, { id, store, for: key, upload: { name: 'plan.pdf', bytes: pdf } });
}

/** A concept of somebody of the cast, whole, not handed in yet. */
export async function plantDraft(stage: Stage, published: Published, { who = 'amira' as CastName, word = 'Werkhof' } = {}) {
	const store = freshStore();
	const ctx = stage.as(who);
	const id = await beginConcept(ctx, { slug: published.slug, input: beginForm.parse({ kind: 'group', name: word }) });
	await fillConcept(ctx, { id, procedureId: published.id, store, word });
	return { id, store };
}

/** The same with its procedure; `at`: a context at another moment. */
export async function plantConcept(stage: Stage, over: Parameters<typeof plantOpenProcedure>[1] = {}) {
	const published = await plantOpenProcedure(stage, over);
	const { id, store } = await plantDraft(stage, published);
	const at = (who: CastName | null, moment: Date): Ctx => ({ ...stage.as(who), now: moment });
	return { published, id, store, at, leaves: frozenLeaves((await loadFrozen(stage.as('ines'), published.id)).frozen) };
}
