import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { moveProcedure } from '#modules/procedures/server/move-procedure.ts';
import { procedurePages } from '#modules/procedures/server/publication-tables.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { closeDays } from '#modules/records/server/close-days.ts';
import { loadLastHead } from '#modules/records/server/list-heads.ts';
import { loadBoxHead } from '#modules/records/server/load-box-head.ts';
import { loadPublicKey } from '#modules/records/server/load-public-key.ts';
import { receiptOf, type Receipt } from '#modules/records/receipt.ts';
import { eq } from 'drizzle-orm';
import { cast } from '../../src/testing/cast.ts';
import { forgetHouse } from '../../src/testing/forget-record.ts';
import { plantOpenProcedure } from '../../src/testing/published.ts';
import { database } from './people.ts';

export const ownConcept = {
	format: 'gestaltungsraum-konzept',
	title: 'Werkhof',
	summary: 'Werkstätten, ein Café und Licht bis in den Abend.'
};

export type RecordStage = {
	id: string;
	slug: string;
	title: string;
	receipt: Receipt;
	salt: string;
	open: () => Promise<void>;
	remove: () => Promise<void>;
};

/** A published procedure with two concepts in its box, one of which is ours; `open` takes it through the opening. Everything confidential in it says `secret`. */
export async function stageRecord(title: string, secret = 'Geheimnis'): Promise<RecordStage> {
	const pool = database();
	const db = openDb(pool);
	const as = (who: keyof typeof cast | object | null) => ({
		db,
		now: new Date(),
		actor: typeof who === 'string' ? (cast[who as 'ines'] ?? null) : null
	});
	const { id, slug, houseId, deadline } = await plantOpenProcedure({ db, as, houseTitle: `Haus ${newId().slice(-8)}` } as Parameters<
		typeof plantOpenProcedure
	>[0]);
	await db.update(procedures).set({ title }).where(eq(procedures.id, id));
	await db.update(procedurePages).set({ title }).where(eq(procedurePages.procedureId, id));
	const ines = as('ines');
	await appendEntry(ines, {
		recordId: id,
		kind: 'conflict.declared',
		facts: { concepts: 2 },
		sealed: { who: `${secret} Person`, why: `${secret} Grund` }
	});
	await closeDays(ines);
	const salt = newId().replaceAll('-', '');
	const inBox = { recordId: id, chain: 'box', kind: 'concept.submitted' } as const;
	await appendEntry(ines, { ...inBox, sealed: { content: `${secret} Konzept` } });
	const entry = await appendEntry(ines, { ...inBox, sealed: { content: ownConcept }, salt });
	const receipt = receiptOf({ concept: newId(), entry, key: await loadPublicKey(ines), head: await loadLastHead(ines) });
	const open = async () => {
		const after = { ...ines, now: new Date(deadline.getTime() + 60_000) };
		await moveProcedure(after, { id, move: 'close' });
		await moveProcedure(after, { id, move: 'unseal', facts: await loadBoxHead(after, id) });
	};
	const remove = () => forgetHouse(pool, houseId);
	return { id, slug, title, receipt, salt, open, remove };
}
