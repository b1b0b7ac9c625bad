import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { forbidden, notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { ContactInput } from '../forms.ts';
import { mayEditContacts } from '../policy.ts';
import { ensureMunicipalityOrganisation } from './ensure-municipality-organisation.ts';
import { contactOwner } from './internal/contact-owner.ts';
import { tell } from './internal/tell.ts';
import { contactColumns } from './list-contacts.ts';
import { contactPoints } from './tables.ts';

const most = 30;

/** Nobody may see the address of a contact that is not public in the history; that one is there is enough. */
const traced = ({ unit, role, topics, absentFrom, absentUntil }: Partial<typeof contactPoints.$inferSelect>) => ({
	...{ unit, role, topics, absentFrom, absentUntil }
});

/** Adds a contact point of an organisation (`of`: key of a municipality or id), or changes one (`contactId`). Returns its id. */
export async function saveContact(ctx: Ctx, { contactId: known, of, ...input }: ContactInput): Promise<string> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const owner = await contactOwner(inside, of);
		if (!mayEditContacts(ctx.actor, owner)) throw forbidden();
		const organisationId = owner.id ?? (await ensureMunicipalityOrganisation(inside, of));
		const others = await db.select(contactColumns).from(contactPoints).where(eq(contactPoints.organisationId, organisationId));
		const before = others.find(({ id }) => id === known);
		if (known && !before) throw notFound();
		const { name = null, email = null, phone = null, topics = [], deputyId = null, absentFrom = null, absentUntil = null } = input;
		if (deputyId && (deputyId === known || !others.some(({ id }) => id === deputyId)))
			throw refused('deputy', 'Vertreten kann nur eine andere Stelle derselben Organisation.', 'deputyId');
		if (!known && others.length >= most) throw refused('too-many', `${most} Ansprechpersonen genügen. Bitte erst eine entfernen.`);
		const { unit, role, publicVisibility, responseTargetDays, absenceNote = null } = input;
		const row = {
			...{ unit, role, name, email, phone, topics: [...new Set(topics)], deputyId, absentFrom, absentUntil },
			...{ absenceNote: absentFrom ? absenceNote : null, publicVisibility, responseTargetDays, updatedAt: ctx.now }
		};
		const id = known ?? newId();
		if (known) await db.update(contactPoints).set(row).where(eq(contactPoints.id, id));
		else await db.insert(contactPoints).values({ id, organisationId, ...row });
		await tell(inside, organisationId, { kind: 'contact.saved', before: before && traced(before), after: traced(row) });
		return id;
	});
}
