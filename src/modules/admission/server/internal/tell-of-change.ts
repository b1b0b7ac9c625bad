import { dayOf } from '#lib/calendar.ts';
import { and, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { networkRoles } from '#modules/networks/server/tables.ts';
import { seats } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { addNotice } from '#modules/people/server/add-notice.ts';
import { people } from '#modules/people/server/tables.ts';
import type { ContactAnswer } from '../../application-form.ts';
import { letterFor, officeLineFor } from '../../letters.ts';
import type { ApplicationState } from '../../vocabulary.ts';
import type { Loaded } from './load-application.ts';

export const contactOf = ({ answers }: Pick<Loaded, 'answers'>): ContactAnswer | null => {
	const contact = answers.kontakt as ContactAnswer | undefined;
	return contact?.email ? contact : null;
};

/** Who may write for the organisation now, by seat, and until when. */
export async function townPeople({ db, now }: Pick<Ctx, 'db' | 'now'>, organisationId: string) {
	return db
		.select({
			id: people.id,
			email: people.email,
			until: sql<string | null>`case when bool_or(${seats.endsAt} is null) then null else max(${seats.endsAt}) end`
		})
		.from(seats)
		.innerJoin(people, eq(people.id, seats.personId))
		.where(
			and(
				eq(seats.organisationId, organisationId),
				inArray(seats.rights, ['edit', 'manage']),
				lte(seats.startsAt, now),
				or(isNull(seats.endsAt), gte(seats.endsAt, now))
			)
		)
		.groupBy(people.id, people.email);
}

/** Whoever holds one of these roles in the network today and has an account. */
export async function networkPeople({ db, now }: Pick<Ctx, 'db' | 'now'>, networkId: string, role: 'office' | 'founder') {
	const today = dayOf(now);
	const rows = await db
		.selectDistinct({ id: networkRoles.personId })
		.from(networkRoles)
		.where(
			and(
				eq(networkRoles.networkId, networkId),
				eq(networkRoles.role, role),
				lte(networkRoles.startsOn, today),
				or(isNull(networkRoles.endsOn), gte(networkRoles.endsOn, today))
			)
		);
	return rows.flatMap(({ id }) => (id ? [id] : []));
}

type Told = { changeId: string; to: ApplicationState; reason?: string };

/** The contact gets the letter; everybody else of the town a line in the account; nobody hears the same thing twice. */
async function tellTown(ctx: Ctx, found: Loaded, { changeId, to, reason }: Told): Promise<void> {
	const { application, network, organisation } = found;
	const facts = {
		network: network.name,
		organisation: organisation.name,
		reason,
		dueOn: application.dueOn,
		feeCents: application.feeCents
	};
	const letter = letterFor(to, facts);
	if (!letter) return;
	const href = `/konto/aufnahme/${application.id}`;
	const contact = contactOf(found);
	if (contact) {
		const why = `Sie bekommen diese Mail, weil Sie im Antrag von ${organisation.name} als Ansprechperson stehen.`;
		await addMail(ctx, {
			to: contact.email,
			template: 'letter',
			data: { ...letter, button: { text: 'Zum Stand des Antrags', href }, why }
		});
	}
	const others = (await townPeople(ctx, organisation.id)).filter(({ email }) => email.toLowerCase() !== contact?.email.toLowerCase());
	for (const { id } of others.filter((one) => one.id !== ctx.actor?.id))
		await addNotice(ctx, {
			personId: id,
			kind: 'admission.moved',
			subjectId: changeId,
			topic: 'admission',
			sender: network,
			minutes: 2,
			data: { title: letter.title, text: letter.paragraphs[0] ?? '', href }
		});
}

async function tellNetwork(ctx: Ctx, { application, network, organisation }: Loaded, { changeId, to }: Told): Promise<void> {
	const base = `/buero/netzwerk/${network.slug}/aufnahme/${application.id}`;
	const line = officeLineFor(to, organisation.name);
	const tell = async (personId: string, { text, href, minutes }: { text: string; href: string; minutes: number }) => {
		const about = { kind: 'admission.office', subjectId: changeId, topic: 'admission', sender: network, minutes } as const;
		if (personId !== ctx.actor?.id) await addNotice(ctx, { personId, ...about, data: { title: organisation.name, text, href } });
	};
	if (line) for (const id of await networkPeople(ctx, network.id, 'office')) await tell(id, { text: line, href: base, minutes: 5 });
	if (to === 'decision_pending')
		for (const id of await networkPeople(ctx, network.id, 'founder'))
			await tell(id, {
				text: `Ihre Stimme ist gefragt: Soll ${organisation.name} aufgenommen werden?`,
				href: `${base}/stimmen`,
				minutes: 15
			});
}

/** Says what has happened, to whom it matters, in the transaction that made it happen. Drafts that are dropped are nobody's news. */
export async function tellOfChange(ctx: Ctx, found: Loaded, told: Told): Promise<void> {
	if (told.to === 'withdrawn' && !found.application.submittedAt) return;
	await tellTown(ctx, found, told);
	await tellNetwork(ctx, found, told);
}
