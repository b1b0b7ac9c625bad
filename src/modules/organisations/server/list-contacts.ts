import { dayOf } from '#lib/calendar.ts';
import { asc, eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isAbsent, type ContactPoint } from '../contact.ts';
import { mayEditContacts, maySeeContact } from '../policy.ts';
import { contactOwner, type ContactOwner } from './internal/contact-owner.ts';
import { contactPoints } from './tables.ts';

export const contactColumns = {
	id: contactPoints.id,
	unit: contactPoints.unit,
	name: contactPoints.name,
	role: contactPoints.role,
	email: contactPoints.email,
	phone: contactPoints.phone,
	topics: contactPoints.topics,
	deputyId: contactPoints.deputyId,
	absentFrom: contactPoints.absentFrom,
	absentUntil: contactPoints.absentUntil,
	absenceNote: contactPoints.absenceNote,
	publicVisibility: contactPoints.publicVisibility,
	responseTargetDays: contactPoints.responseTargetDays
} satisfies Record<keyof ContactPoint, unknown>;

/** Who is away later is nobody's business today. */
const asSeenToday = (point: ContactPoint, today: string): ContactPoint =>
	isAbsent(point, today) ? point : { ...point, absentFrom: null, absentUntil: null, absenceNote: null };

export type Contacts = { owner: ContactOwner; contacts: ContactPoint[]; mayEdit: boolean };

/**
 * The contact points of an organisation that whoever asks may see; `key` is the key of a municipality or the id of an organisation. `all`: the caller
 * shows none of them and only routes to them, or knows that both sides share a case. Throws notFound.
 */
export async function findContacts(ctx: Ctx, key: string, { all = false } = {}): Promise<Contacts> {
	if (!isUuid(key) && !/^\d{8}$/.test(key)) throw notFound();
	const owner = await contactOwner(ctx, key);
	const mayEdit = mayEditContacts(ctx.actor, owner);
	const rows = owner.id
		? await ctx.db
				.select(contactColumns)
				.from(contactPoints)
				.where(eq(contactPoints.organisationId, owner.id))
				.orderBy(asc(contactPoints.id))
		: [];
	const seen = rows.filter((point) => all || maySeeContact(ctx.actor, point.publicVisibility, owner));
	const today = dayOf(ctx.now);
	return { owner, mayEdit, contacts: mayEdit ? seen : seen.map((point) => asSeenToday(point, today)) };
}

export const listContacts = async (ctx: Ctx, key: string, { withCase = false } = {}): Promise<ContactPoint[]> =>
	(await findContacts(ctx, key, { all: withCase })).contacts;
