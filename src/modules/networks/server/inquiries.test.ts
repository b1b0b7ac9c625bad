import { eq } from 'drizzle-orm';
import { cast, herzberg, organisationOf } from '#testing/cast.ts';
import { inquiryInput, plantInquiry } from '#testing/networks.ts';
import { plantAsk, postedMails } from '#testing/post.ts';
import { expect, now, test } from '#testing/world.ts';
import { newId } from '#lib/server/id.ts';
import { seats } from '#modules/organisations/server/tables.ts';
import { answerAsk } from '#modules/people/server/answer-ask.ts';
import { chooseBudget } from '#modules/people/server/choose-mail.ts';
import { listAsks } from '#modules/people/server/list-asks.ts';
import { sendBriefs } from '#modules/people/server/send-briefs.ts';
import { inquiryCsv } from '../inquiry-file.ts';
import { inquiryForm } from '../forms.ts';
import { inquirySteps, isMuch, whyNotStep, type InquiryStep } from '../inquiry.ts';
import { findInquiry } from './find-inquiry.ts';
import { listInquiries } from './list-inquiries.ts';
import { dropInquiry, saveInquiry } from './save-inquiry.ts';
import { remindInquiry, sendInquiry, withdrawInquiry } from './send-inquiry.ts';
import { stepMembership } from './step-membership.ts';
import { networkInquiries } from './tables.ts';

const monday = new Date('2026-11-23T06:00:00Z');

test('every step from every state that does not allow it says why', () => {
	const dueAt = new Date(now.getTime() + 86_400_000);
	const draft = { sentAt: null, withdrawnAt: null, remindedAt: null, dueAt };
	const open = { ...draft, sentAt: now };
	const states = { draft, open, closed: { ...open, dueAt: now }, withdrawn: { ...open, withdrawnAt: now } };
	for (const [step, { from, otherwise }] of Object.entries(inquirySteps))
		for (const [state, inquiry] of Object.entries(states))
			expect(whyNotStep(step as InquiryStep, inquiry, now)?.message ?? null, `${step} from ${state}`).toBe(
				(from as readonly string[]).includes(state) ? null : otherwise
			);
	expect(whyNotStep('remind', { ...open, remindedAt: now }, now)?.code).toBe('reminded');
	expect(whyNotStep('send', { ...draft, recipients: 0 }, now)?.code).toBe('nobody');
	expect(whyNotStep('send', { ...draft, dueAt: now }, now)?.code).toBe('due-past');
});

test('a network asks, the brief brings it, the answers come back, and nobody else reads them', async ({ db, as }) => {
	const ref = await plantInquiry({ db, as });
	expect(await sendInquiry(as('oskar'), ref)).toBe(1);
	expect(await sendBriefs({ ...as(null), now: monday })).toBe(1);
	const [mail] = (await postedMails(db)).filter(({ template }) => template === 'brief');
	expect(mail).toMatchObject({ to: cast.ines.email, data: { items: [{ title: 'Passt der Mittwoch?', sender: 'Probenetz', minutes: 5 }] } });
	const [open] = (await listAsks(as('ines'))).open;
	await answerAsk(as('ines'), { id: open?.id ?? '', answer: { choices: ['yes'], words: '=1+1' } });
	const desk = await findInquiry(as('oskar'), ref);
	expect(desk).toMatchObject({
		state: 'open',
		recipients: [{ name: 'Ines Krüger', organisation: 'Angermünde', answer: { choices: ['yes'] } }]
	});
	expect(desk.tally).toEqual([
		{ text: 'Ja', n: 1 },
		{ text: 'Nein', n: 0 }
	]);
	expect(inquiryCsv(desk.inquiry.ask, desk.recipients)).toContain("Angermünde;Ines Krüger;Ja;'=1+1;");
	for (const stranger of ['ines', 'friedrich'] as const)
		await expect(findInquiry(as(stranger), ref)).rejects.toMatchObject({ status: 404 });
	expect((await listInquiries(as('oskar'), ref.slug)).items).toMatchObject([{ asked: 1, answered: 1 }]);
});

test('sent once, reminded once, taken back: what was sent cannot be changed', async ({ db, as }) => {
	const ref = await plantInquiry({ db, as });
	await saveInquiry(as('oskar'), { ...ref, input: inquiryInput({ title: 'Besser gefragt' }) });
	await sendInquiry(as('oskar'), ref);
	await expect(sendInquiry(as('oskar'), ref)).rejects.toMatchObject({ status: 409, code: 'not-send' });
	await expect(saveInquiry(as('oskar'), { ...ref, input: inquiryInput() })).rejects.toMatchObject({ code: 'not-change' });
	await expect(dropInquiry(as('oskar'), ref)).rejects.toMatchObject({ code: 'not-drop' });
	expect(await remindInquiry(as('oskar'), ref)).toBe(1);
	await expect(remindInquiry(as('oskar'), ref)).rejects.toMatchObject({ code: 'reminded' });
	await withdrawInquiry(as('oskar'), ref);
	expect(await listAsks(as('ines'))).toEqual({ open: [], answered: [] });
	expect(await sendBriefs({ ...as(null), now: monday })).toBe(0);
	await expect(withdrawInquiry(as('oskar'), ref)).rejects.toMatchObject({ code: 'not-withdraw' });
});

test('asking nobody is refused, and a draft can be thrown away', async ({ db, as }) => {
	const ref = await plantInquiry({ db, as }, { audience: { group: 'members', functions: ['adviser'] } });
	expect((await findInquiry(as('oskar'), ref)).reach).toMatchObject({ people: 0, silent: 1 });
	await expect(sendInquiry(as('oskar'), ref)).rejects.toMatchObject({ status: 409, code: 'nobody' });
	await dropInquiry(as('oskar'), ref);
	expect(await db.select().from(networkInquiries).where(eq(networkInquiries.id, ref.id))).toEqual([]);
	await expect(saveInquiry(as('oskar'), { slug: ref.slug, input: inquiryInput({ dueOn: '2026-11-01' }) })).rejects.toMatchObject({
		field: 'dueOn'
	});
});

test('before sending the office hears for how many it would be too much, never for whom, and not of so few that it would tell', async ({
	db,
	as
}) => {
	const ref = await plantInquiry({ db, as }, { minutes: 30 });
	await stepMembership(as('oskar'), { slug: ref.slug, organisationId: organisationOf(herzberg), step: 'accompany' });
	await chooseBudget(as('ines'), { minutes: 20, weekday: 1, hour: 7, brief: true });
	const few = (await findInquiry(as('oskar'), ref)).reach;
	expect(few).toMatchObject({ people: 2, over: null });
	expect(few && isMuch(few)).toBe(false);
	const third = {
		id: newId(),
		organisationId: organisationOf(herzberg),
		personId: cast.jonas.id,
		rights: 'read',
		startsAt: now,
		createdAt: now
	} as const;
	await db.insert(seats).values({ ...third, function: 'administration' });
	await plantAsk(as(null), { personId: cast.friedrich.id, minutes: 100, sender: { id: 'anderes', name: 'Anderes Netz' } });
	const reach = (await findInquiry(as('oskar'), ref)).reach;
	expect(reach).toMatchObject({ people: 3, over: 2 });
	expect(reach && isMuch(reach)).toBe(true);
	expect(JSON.stringify(reach)).not.toContain('20');
});

test('the office sees how many minutes it asked of each, and that much of one person is a warning even where few are asked', async ({
	db,
	as
}) => {
	const ref = await plantInquiry({ db, as }, { minutes: 90 });
	await sendInquiry(as('oskar'), ref);
	const overview = await listInquiries(as('oskar'), ref.slug);
	expect(overview.weeks).toMatchObject([{ week: '2026-11-16', people: 1, average: 90, most: 90 }]);
	expect(overview.people).toMatchObject([{ name: 'Ines Krüger', organisation: 'Angermünde', minutes: 90 }]);
	const next = { slug: ref.slug, id: await saveInquiry(as('oskar'), { slug: ref.slug, input: inquiryInput({ minutes: 45 }) }) };
	const { reach } = await findInquiry(as('oskar'), next);
	expect(reach).toMatchObject({ over: null, mostAsked: 135 });
	expect(reach && isMuch(reach)).toBe(true);
});

test('a form that asks for a choice needs choices, one for an organisation its name', () => {
	const typed = {
		title: 'Wann?',
		kind: 'choose',
		options: ' Di \nDi\n',
		minutes: '5',
		dueOn: '11.12.2026',
		group: 'organisation',
		functions: 'mayor'
	};
	const { error } = inquiryForm.safeParse(typed);
	expect(error?.issues.map(({ path }) => path[0])).toEqual(['options', 'organisationId']);
	const good = inquiryForm.parse({ ...typed, options: 'Di\r\nMi', group: 'members' });
	expect(good).toMatchObject({
		dueOn: '2026-12-11',
		ask: {
			kind: 'choose',
			options: [
				{ id: 'o1', text: 'Di' },
				{ id: 'o2', text: 'Mi' }
			]
		}
	});
});
