import { eq, sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { plantRequest } from '#testing/requests.ts';
import { plantSpace } from '#testing/spaces.ts';
import { angermuende } from '#testing/cast.ts';
import { expect, now, test } from '#testing/world.ts';
import { importRows, imports } from '#modules/properties/server/import-tables.ts';
import { spaces } from '#modules/properties/server/tables.ts';
import { stepMatch } from './step-match.ts';
import { matchSpaces, reactToImport } from './react-to-import.ts';
import { matches } from './tables.ts';

test('the shown houses that a list changed are matched anew in one job; what nobody sees is left alone', async ({ db, as }) => {
	const [changed, gone, untouched] = [
		await plantSpace(db, { uses: ['cafe'] }),
		await plantSpace(db, { uses: ['cafe'] }),
		await plantSpace(db, { uses: ['cafe'] })
	];
	const request = await plantRequest(db);
	await stepMatch(as('amira'), { spaceId: gone.id, requestId: request.id, step: 'interest' });
	await db.delete(spaces).where(eq(spaces.id, gone.id));
	const id = newId();
	await db
		.insert(imports)
		.values({ id, ags: angermuende, fileName: 'liste.csv', fileKey: 'x', fileBytes: 1, state: 'applied', createdAt: now });
	const row = (rowNumber: number, outcome: 'updated' | 'unchanged', propertyId: string) => ({
		id: newId(),
		importId: id,
		rowNumber,
		outcome,
		propertyId,
		raw: [] as string[]
	});
	await db
		.insert(importRows)
		.values([row(1, 'updated', changed.id), row(2, 'updated', gone.id), row(3, 'unchanged', untouched.id), row(4, 'updated', newId())]);

	await reactToImport(as(null), id);
	await reactToImport(as(null), id);
	const { rows: jobs } = await db.execute<{ payload: { spaceIds: string[] } }>(
		sql`select payload from graphile_worker._private_jobs where key like ${`match-spaces:${id}%`}`
	);
	expect(jobs.map(({ payload }) => payload.spaceIds.toSorted())).toEqual([[changed.id, gone.id].sort()]);

	await matchSpaces(as(null), jobs[0]?.payload.spaceIds ?? []);
	const kept = await db.select({ spaceId: matches.spaceId, state: matches.state }).from(matches).orderBy(matches.state);
	expect(kept).toEqual([
		{ spaceId: gone.id, state: 'failed' },
		{ spaceId: changed.id, state: 'suggested' }
	]);
});
