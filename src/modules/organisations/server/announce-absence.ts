import { dayAfter } from '#lib/calendar.ts';
import { refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { saveAbsence } from '#modules/people/server/save-absence.ts';
import type { AbsenceInput } from '../forms.ts';
import { momentAfter } from '../seat.ts';
import { listColleagues } from './list-colleagues.ts';

/** The longest time somebody can be away without the brief. Days. */
const longest = 366;

/** Midnight in Germany at which a day begins. */
const momentOf = (isoDay: string): Date => momentAfter(dayAfter(isoDay, -1));

/**
 * The person who asks is away from one day to another, both included: no brief and no daily note; what their organisations are asked goes to whoever they name,
 * who must sit there too and stands in no longer than both do.
 */
export async function announceAbsence(ctx: Ctx, { from, to, deputies }: AbsenceInput): Promise<void> {
	if (!isSignedInPerson(ctx.actor)) throw unauthenticated();
	const [startsAt, endsAt] = [momentOf(from), momentAfter(to)];
	if (endsAt <= startsAt) throw refused('absence-backwards', 'Der letzte Tag liegt vor dem ersten.', 'to');
	if (endsAt <= ctx.now) throw refused('absence-past', 'Dieser Tag ist schon vorbei.', 'to');
	if (endsAt.getTime() - startsAt.getTime() > longest * 86_400_000) throw refused('absence-long', 'Bitte höchstens ein Jahr.', 'to');
	const colleagues = await listColleagues(ctx);
	const named = Object.entries(deputies).map(([organisationId, deputyId]) => {
		const person = colleagues.find((one) => one.organisationId === organisationId)?.people.find(({ id }) => id === deputyId);
		if (!person)
			throw refused(
				'no-colleague',
				'Vertreten kann nur, wer in derselben Organisation einen Platz hat. Bitte neu wählen.',
				`deputy:${organisationId}`
			);
		return { organisationId, deputyId, until: person.until };
	});
	await saveAbsence(ctx, { startsAt, endsAt, deputies: named });
}
