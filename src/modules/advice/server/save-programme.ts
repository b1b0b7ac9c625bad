import { dayOf } from '#lib/calendar.ts';
import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { forbidden, notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { ProgrammeInput } from '../forms.ts';
import { mayKeepProgrammes } from '../policy.ts';
import { whyNotShow } from '../programme.ts';
import { checkRegion } from './internal/check-region.ts';
import { freeSlug } from './internal/free-slug.ts';
import { fundingProgrammes } from './tables.ts';

/** Adds a programme or changes one (`programmeId`). A new one was looked at today; a change counts as a look only where it says so. Returns its id. */
export async function saveProgramme(ctx: Ctx, { programmeId, reviewed, shown, ...input }: ProgrammeInput): Promise<string> {
	if (!mayKeepProgrammes(ctx.actor)) throw forbidden();
	const why = shown ? whyNotShow(input) : null;
	if (why) throw refused('not-whole', why, input.purposes.length ? 'applicants' : 'purposes');
	await checkRegion(ctx, input);
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [before] = programmeId
			? await db.select().from(fundingProgrammes).where(eq(fundingProgrammes.id, programmeId)).for('update')
			: [];
		if (programmeId && !before) throw notFound();
		const id = before?.id ?? newId();
		const row = {
			...input,
			...{ ownership: input.ownership ?? null, maxPopulation: input.maxPopulation ?? null, quotaPct: input.quotaPct ?? null },
			...{ minEuro: input.minEuro ?? null, maxEuro: input.maxEuro ?? null, note: input.note ?? null },
			nextDeadline: input.deadlineKind === 'continuous' ? null : (input.nextDeadline ?? null),
			...((reviewed || !before) && { reviewedOn: dayOf(ctx.now), reviewedBy: ctx.actor?.id ?? null }),
			...{ publishedAt: shown ? (before?.publishedAt ?? ctx.now) : null, updatedAt: ctx.now }
		};
		if (before) await db.update(fundingProgrammes).set(row).where(eq(fundingProgrammes.id, id));
		else
			await db.insert(fundingProgrammes).values({
				...{ id, slug: await freeSlug(inside, fundingProgrammes, input.title), reviewedOn: dayOf(ctx.now), ...row },
				...{ createdAt: ctx.now, createdBy: ctx.actor?.id }
			});
		await recordEvent(inside, 'programme.saved', { subjectId: id, data: { title: input.title, shown } });
		return id;
	});
}
