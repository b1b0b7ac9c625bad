import pg from 'pg';
import { findAward } from '#modules/awards/server/find-award.ts';
import { findEvaluation } from '#modules/awards/server/find-evaluation.ts';
import { findFile } from '#modules/awards/server/find-file.ts';
import { findPublicResult } from '#modules/awards/server/find-public-result.ts';
import { listObjections } from '#modules/awards/server/list-objections.ts';
import { findOpening } from '#modules/concepts/server/find-opening.ts';
import { listDuplicates } from '#modules/concepts/server/load-contents.ts';
import { findDeclarations } from '#modules/judging/server/find-declarations.ts';
import { findDeliberation, listDeliberation } from '#modules/judging/server/find-deliberation.ts';
import { findPrecheck, listPrecheck } from '#modules/judging/server/find-precheck.ts';
import { findRoomView } from '#modules/judging/server/find-room-view.ts';
import { findScoring, listScoring } from '#modules/judging/server/find-scoring.ts';
import { listJuryDuties } from '#modules/judging/server/list-jury-duties.ts';
import { findOptionDesk } from '#modules/options/server/find-option-desk.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { findPublicProcedure } from '#modules/procedures/server/find-public-procedure.ts';
import { findRecordPage } from '#modules/procedures/server/find-record.ts';
import { listProcedures } from '#modules/procedures/server/list-procedures.ts';
import type { Stage } from '#testing/access/access.ts';
import { plantJury, scoreAll } from '#testing/jury.ts';
import { plantMany } from '#testing/many-concepts.ts';
import { plantAward, putInto } from '#testing/published.ts';
import { expect, test } from '#testing/world.ts';

type Which = { id: string; slug: string };
type Reads = Record<string, (as: Stage['as'], which: Which) => Promise<unknown>>;

const judging: Reads = {
	'/befangenheit': (as, { id }) => findDeclarations(as('ines'), { id, withNames: true }),
	'/vorpruefung': (as, { id }) => listPrecheck(as('ines'), id),
	'/vorpruefung/[nr]': (as, { id }) => findPrecheck(as('ines'), { id, number: 1 }),
	'/bewertung': (as, { id }) => listScoring(as('mara'), id),
	'/bewertung/[nr]': (as, { id }) => findScoring(as('mara'), { id, number: 1 }),
	'/jurysitzung': (as, { id }) => listDeliberation(as('ines'), id),
	'/jurysitzung/[nr]': (as, { id }) => findDeliberation(as('ines'), { id, number: 1 }),
	'/jurysitzung/[nr]/saal': (as, { id }) => findRoomView(as('ines'), { id, number: 1 }),
	'/konto/jury': (as) => listJuryDuties(as('mara')),
	'/oeffnung': (as, { id }) => findOpening(as('ines'), id),
	doppelte: (as, { id }) => listDuplicates(as('ines'), id)
};
const awarded: Reads = {
	'/auswertung': (as, { id }) => findEvaluation(as('ines'), id),
	'/entscheidung': (as, { id }) => findAward(as('ines'), id),
	'/vermerk': (as, { id }) => findFile(as('ines'), id),
	'/einwaende': (as, { id }) => listObjections(as('ines'), id),
	'/anhandgabe': (as, { id }) => findOptionDesk(as('ines'), id),
	'/verfahren': (as) => listProcedures(as('ines'), { state: undefined, page: 1 } as never),
	'/verfahren/[slug]': (as, { slug }) => findPublicProcedure(as(null), slug),
	'/verfahren/[slug]/ergebnis': (as, { slug }) => findPublicResult(as(null), slug),
	'/verfahren/[slug]/akte': (as, { slug }) => findRecordPage(as(null), { slug, page: 1, size: 50 })
};

/** How many statements each of them sends. */
async function statementsOf(reads: Reads, as: Stage['as'], which: Which): Promise<Record<string, number>> {
	const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
	let sent = 0;
	pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
		sent++;
		return query.apply(this, given);
	} as typeof pg.Client.prototype.query;
	const counts: Record<string, number> = {};
	try {
		for (const [name, read] of Object.entries(reads)) {
			sent = 0;
			await read(as, which);
			counts[name] = sent;
		}
	} finally {
		pg.Client.prototype.query = query as typeof pg.Client.prototype.query;
	}
	return counts;
}

test('a page of a procedure asks the database as often for three hundred concepts as for three', async ({ db, as }) => {
	const stage = { db, as: as as (who: never) => Ctx } as Stage;
	const jury = await plantJury(stage);
	await scoreAll(stage, jury);
	await putInto(stage, jury.id, 'deliberation');
	const few = await statementsOf(judging, as, jury);
	await plantMany(stage, jury, 300);
	expect(await statementsOf(judging, as, jury)).toEqual(few);
});

test('so do the pages of the award, and what everybody reads', async ({ db, as }) => {
	const stage = { db, as: as as (who: never) => Ctx } as Stage;
	const award = await plantAward(stage);
	const few = await statementsOf(awarded, as, award);
	await plantMany(stage, award, 300);
	expect(await statementsOf(awarded, as, award)).toEqual(few);
});
