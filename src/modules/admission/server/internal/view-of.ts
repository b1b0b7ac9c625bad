import { asc, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import type { ApplicationView, SharedMeeting } from '../../dossier.ts';
import { applicationMeetings } from '../tables.ts';
import { paidSoFar } from './facts-of.ts';
import type { Loaded } from './load-application.ts';
import { readChanges } from './read-changes.ts';
import { readHouses } from './read-houses.ts';

type MeetingRow = typeof applicationMeetings.$inferSelect;

/** A meeting as the town may read it: an allow-list, without the internal note. */
export const sharedMeeting = (row: MeetingRow, now: Date): SharedMeeting => ({
	...{ kind: row.kind, state: row.state, place: row.place, link: row.link, message: row.message, chosenSlot: row.chosenSlot },
	...{ heldOn: row.heldOn, participants: row.participants, sharedNote: row.sharedNote },
	slots: row.slots.map((value) => ({ value, at: new Date(value), isPast: new Date(value) <= now }))
});

export const meetingsOf = ({ db }: Pick<Ctx, 'db'>, applicationId: string): Promise<MeetingRow[]> =>
	db.select().from(applicationMeetings).where(eq(applicationMeetings.applicationId, applicationId)).orderBy(asc(applicationMeetings.kind));

async function namesOf({ db }: Pick<Ctx, 'db'>, { saved }: Loaded): Promise<Map<string, string>> {
	const ids = saved.flatMap(({ savedBy }) => savedBy ?? []);
	if (!ids.length) return new Map();
	const rows = await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids));
	return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Everything of an application that both sides may see. */
export async function viewOf(ctx: Ctx, found: Loaded): Promise<ApplicationView> {
	const { application: a, network, organisation, form, sections, answers, missing, saved, values, membership } = found;
	const names = await namesOf(ctx, found);
	const meetings = await meetingsOf(ctx, a.id);
	return {
		...{ id: a.id, state: a.state, stateSince: a.stateSince, submittedAt: a.submittedAt, createdAt: a.createdAt, heldFrom: a.heldFrom },
		...{ holdUntil: a.holdUntil, dueOn: a.dueOn, feeCents: a.feeCents, paidCents: await paidSoFar(ctx, a.id) },
		network: {
			...{ name: network.name, slug: network.slug, accent: network.accent },
			...{ contactName: network.senderName, contactEmail: network.senderEmail }
		},
		organisation: { id: organisation.id, name: organisation.name, ags: organisation.ags },
		formVersion: form.version,
		sections: sections.map((section) => {
			const kept = saved.find(({ key }) => key === section.key);
			const savedBy = (kept?.savedBy && names.get(kept.savedBy)) || null;
			return { ...section, version: kept?.version ?? 0, savedAt: kept?.savedAt ?? null, savedBy };
		}),
		criteria: form.content.criteria,
		answers,
		missing,
		houses: await readHouses(ctx, sections, answers),
		values: values && { version: values.version, text: values.text, isConfirmed: membership?.valuesVersion === values.version },
		meetings: meetings.map((row) => sharedMeeting(row, ctx.now)).sort((one) => (one.kind === 'interview' ? -1 : 1)),
		changes: await readChanges(ctx, a.id),
		isDemo: network.isDemo
	};
}
