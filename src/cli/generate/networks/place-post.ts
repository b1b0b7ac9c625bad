import { eq, sql } from 'drizzle-orm';
import type { Db } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { saveInquiry } from '#modules/networks/server/save-inquiry.ts';
import { sendInquiry } from '#modules/networks/server/send-inquiry.ts';
import { networks } from '#modules/networks/server/tables.ts';
import { ensureMunicipalityOrganisation } from '#modules/organisations/server/ensure-municipality-organisation.ts';
import { seats } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Answer } from '#modules/people/ask.ts';
import { addNotice } from '#modules/people/server/add-notice.ts';
import { answerAsk } from '#modules/people/server/answer-ask.ts';
import { sendBriefs } from '#modules/people/server/send-briefs.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { people } from '#modules/people/server/tables.ts';
import { cast } from '#testing/cast.ts';
import { officials, toldInquiries, toldNotices, type ToldInquiry } from './post-told.ts';

type Place = { db: Db; now: Date };
const day = 86_400_000;

/** Invented people in the town halls of members, so that somebody is there to be asked and to stand in. */
async function seatOfficials({ db, now }: Place): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	for (const [n, { name, ags, held }] of officials.entries()) {
		const id = `00000000-0000-7000-8000-${String(200 + n).padStart(12, '0')}`;
		const email = `${name.toLowerCase().replace('ü', 'ue').replace('ö', 'oe').replace('ä', 'ae').replace(' ', '.')}@rathaus-${ags}.example`;
		const createdAt = new Date(now.getTime() - 400 * day);
		await db.insert(people).values({ id, name, email, emailVerified: true, createdAt, updatedAt: createdAt }).onConflictDoNothing();
		const organisationId = await ensureMunicipalityOrganisation({ db, now }, ags);
		const seat = { id: newId(), organisationId, personId: id, function: held, rights: 'edit' as const, startsAt: createdAt, createdAt };
		await db.insert(seats).values(seat).onConflictDoNothing();
		ids.set(name, id);
	}
	return ids;
}

async function ask(
	place: Place,
	{ network, daysAgo, dueIn, answers, isDraft, ...words }: ToldInquiry,
	ids: Map<string, string>
): Promise<void> {
	const office = cast[network === 'helle-orte' ? 'oskar' : 'mara'];
	const ctx: Ctx = { db: place.db, actor: office, now: new Date(place.now.getTime() - daysAgo * day) };
	const dueOn = new Date(place.now.getTime() + dueIn * day).toISOString().slice(0, 10);
	const id = await saveInquiry(ctx, { slug: network, input: { ...words, dueOn } });
	if (isDraft) return;
	await sendInquiry(ctx, { slug: network, id });
	for (const [name, answer] of Object.entries(answers ?? {})) await giveFor(place, { id, personId: ids.get(name) ?? '', answer });
}

async function giveFor({ db, now }: Place, { id, personId, answer }: { id: string; personId: string; answer: Answer }): Promise<void> {
	const [row] = await db
		.select({ id: notices.id })
		.from(notices)
		.where(sql`${notices.subjectId} = ${id} and ${notices.personId} = ${personId}`);
	const [person] = await db.select({ id: people.id, name: people.name, email: people.email }).from(people).where(eq(people.id, personId));
	if (row && person) await answerAsk({ db, now: new Date(now.getTime() - day), actor: { ...person, grants: [] } }, { id: row.id, answer });
}

/** Three networks ask, some have answered, and the first weekly briefs are in the post. */
export async function placePost(place: Place): Promise<void> {
	const ids = await seatOfficials(place);
	for (const told of toldInquiries) await ask(place, told, ids);
	const senders = await place.db.select({ id: networks.id, slug: networks.slug, name: networks.name }).from(networks);
	for (const { network, daysAgo, dueIn, ...notice } of toldNotices) {
		const now = new Date(place.now.getTime() - daysAgo * day);
		const sender = senders.find(({ slug }) => slug === network);
		const dueAt = dueIn === undefined ? undefined : new Date(place.now.getTime() + dueIn * day);
		await addNotice(
			{ db: place.db, now },
			{ ...notice, personId: cast.friedrich.id, dueAt, ...(sender && { sender: { id: sender.id, name: sender.name } }) }
		);
	}
	await sendBriefs(place, { now: true });
}
