import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import type { PartyAccess, PartyRole } from '../../case.ts';
import { caseParties } from '../case-tables.ts';
import type { CaseRow } from './case-for.ts';
import { tellParties } from './tell.ts';

export type NewParty = {
	personId?: string | null;
	organisationId?: string | null;
	name: string;
	email?: string | null;
	phone?: string | null;
	role: PartyRole;
	access: PartyAccess;
};

async function known(ctx: Ctx, caseId: string, { personId, organisationId, email }: NewParty): Promise<string | undefined> {
	const same = or(
		personId ? eq(caseParties.personId, personId) : undefined,
		organisationId ? eq(caseParties.organisationId, organisationId) : undefined,
		email ? sql`lower(${caseParties.email}) = ${email.toLowerCase()}` : undefined
	);
	if (!same) return undefined;
	const [row] = await ctx.db
		.select({ id: caseParties.id })
		.from(caseParties)
		.where(and(eq(caseParties.caseId, caseId), isNull(caseParties.endedAt), same));
	return row?.id;
}

/** The account behind an address, once it is confirmed. */
async function accountOf(ctx: Ctx, { personId, organisationId, email }: NewParty): Promise<string | null> {
	if (personId || organisationId || !email) return personId ?? null;
	const confirmed = and(eq(people.email, email.toLowerCase()), eq(people.emailVerified, true));
	const [person] = await ctx.db.select({ id: people.id }).from(people).where(confirmed);
	return person?.id ?? null;
}

/** Somebody takes part from now on and hears of it, by notice or, without an account, by mail. Twice the same is one party. In the caller's transaction. */
export async function insertParty(ctx: Ctx, row: CaseRow, party: NewParty): Promise<string> {
	const { organisationId = null, name, email = null, phone = null, role, access } = party;
	const personId = await accountOf(ctx, party);
	const there = await known(ctx, row.id, { ...party, personId });
	if (there) return there;
	const id = newId();
	await ctx.db
		.insert(caseParties)
		.values({ id, caseId: row.id, personId, organisationId, name, email, phone, role, access, joinedAt: ctx.now });
	if (access === 'none') return id;
	const title = `Sie sind an einem Fall beteiligt: ${row.title}`;
	const text = 'Dort steht, was geteilt ist, was empfohlen wird und wann man sich trifft.';
	await tellParties(ctx, row, { kind: 'case-party', subjectId: id, title, text, partyIds: [id] });
	if (!personId && !organisationId && email) await inviteByMail(ctx, { to: email, title, text, href: `/konto/faelle/${row.id}` });
	return id;
}

type Invitation = { to: string; title: string; text: string; href: string };

/** Throws 429 when somebody invites more people in a day than an office knows. */
async function inviteByMail(ctx: Ctx, { to, title, text, href }: Invitation): Promise<void> {
	await countTry(ctx, { what: 'case invitation', who: ctx.actor?.id ?? '', limit: 40, minutes: 24 * 60 });
	await addMail(ctx, {
		to,
		template: 'letter',
		data: {
			title,
			paragraphs: [text, 'Zum Lesen genügt es, sich mit dieser Mailadresse anzumelden; ein Passwort braucht es nicht.'],
			button: { text: 'Zum Fall', href },
			why: 'Sie bekommen diese Mail, weil Sie sich an ein Büro gewandt haben oder als beteiligt eingetragen wurden.'
		}
	});
}
