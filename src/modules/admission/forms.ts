import { z } from 'zod';
import { many, optionalDate, optionalNumber, optionalText, requiredMoment, requiredText, word } from '#lib/forms.ts';
import type { Answer, Criterion, Section } from './application-form.ts';
import type { Asked } from './self-check.ts';
import { transitions, type Transition } from './transitions.ts';
import { choices, fulfilments, meetingKinds, type Fulfilment } from './vocabulary.ts';

const email = z.preprocess(
	(value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
	z.email('Bitte eine vollständige E-Mail-Adresse, zum Beispiel rathaus@stadt.de.').max(200).optional()
);

const schemas = {
	question: z.object({ text: optionalText(8000), houses: many(z.uuid('Dieses Haus gibt es nicht.')) }),
	time: z.object({ minutesPerWeek: optionalNumber({ max: 2400 }), who: optionalText(300) }),
	values: z.object({ agreed: z.preprocess((value) => value === 'on', z.boolean()), valuesVersion: z.coerce.number().int() }),
	contact: z.object({ name: optionalText(120), function: optionalText(120), email, phone: optionalText(60) })
};

/** The fields of the criteria are named by them: `stand-{id}`, `notiz-{id}`. */
function criteriaSchema(criteria: readonly Criterion[]) {
	const fields = criteria.flatMap(({ id }) => [
		[
			`stand-${id}`,
			z
				.enum(Object.keys(fulfilments) as [Fulfilment, ...Fulfilment[]])
				.optional()
				.catch(undefined)
		] as const,
		[`notiz-${id}`, optionalText(1000)] as const
	]);
	return z.object(Object.fromEntries(fields)).transform((typed) =>
		Object.fromEntries(
			criteria.flatMap(({ id }) => {
				const status = typed[`stand-${id}`] as Fulfilment | undefined;
				return status ? [[id, { status, note: (typed[`notiz-${id}`] as string | undefined) ?? '' }]] : [];
			})
		)
	);
}

/** What was typed into a section, as it is kept; `null` where nothing shall be kept. */
function sectionSchema(section: Section, criteria: readonly Criterion[]): z.ZodType<Answer | null> {
	if (section.kind === 'criteria') return criteriaSchema(criteria) as z.ZodType<Answer>;
	if (section.kind === 'question') return schemas.question.transform(({ text = '', houses }) => ({ text, houses }));
	if (section.kind === 'time') return schemas.time.transform(({ minutesPerWeek = null, who = '' }) => ({ minutesPerWeek, who }));
	if (section.kind === 'values')
		return schemas.values.transform(({ agreed, valuesVersion }) => (agreed ? { version: valuesVersion } : null));
	return schemas.contact.transform(({ name = '', function: task = '', email = '', phone = '' }) => ({
		name,
		function: task,
		email,
		phone
	}));
}

export const transitionForm = z.object({
	transition: z.enum(Object.keys(transitions) as [Transition, ...Transition[]], { error: 'Diesen Schritt gibt es nicht.' }),
	reason: optionalText(2000),
	holdUntil: optionalDate()
});

const slot = z.preprocess(
	(value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
	requiredMoment('Bitte Tag und Uhrzeit nennen.').optional()
);

/** Up to four moments, where, and a sentence. */
export const proposalForm = z
	.object({
		kind: word(meetingKinds, 'interview'),
		slot1: slot,
		slot2: slot,
		slot3: slot,
		slot4: slot,
		place: optionalText(200),
		link: z.preprocess(
			(value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
			z
				.url({ protocol: /^https?$/, error: 'Bitte eine vollständige Adresse, zum Beispiel https://meet.beispiel.de/raum.' })
				.max(300)
				.optional()
		),
		message: optionalText(1000)
	})
	.transform(({ slot1, slot2, slot3, slot4, ...rest }) => ({
		...rest,
		slots: [slot1, slot2, slot3, slot4].filter((one): one is Date => one instanceof Date)
	}));
export type ProposalInput = z.output<typeof proposalForm>;

export const choiceForm = z.object({
	slot: z.preprocess((value) => (value === '' ? undefined : value), z.string({ error: 'Bitte einen Termin wählen.' }).max(60)),
	note: optionalText(1000)
});

export const meetingForm = z.object({
	kind: word(meetingKinds, 'interview'),
	heldOn: optionalDate(),
	participants: optionalText(600),
	sharedNote: optionalText(8000),
	internalNote: optionalText(8000),
	version: z.coerce.number().int()
});
export type MeetingInput = z.output<typeof meetingForm>;

export const voteForm = z.object({
	/** A founder without an account, for whom the office enters what was said. */
	roleId: z.uuid('Diese Person gehört nicht zum Gründerteam.').optional(),
	choice: z.enum([...Object.keys(choices), 'recused'] as ['yes', 'no', 'abstain', 'recused'], { error: 'Bitte wählen, wie Sie stimmen.' }),
	reason: requiredText('Bitte in einem Satz sagen, warum.', 2000)
});
export type VoteInput = z.output<typeof voteForm>;

export const paymentForm = z.object({
	amount: optionalNumber({ min: 0.01, max: 100_000 }).refine((value) => value !== undefined, 'Bitte den Betrag eintragen.'),
	receivedOn: optionalDate(),
	note: optionalText(300)
});

/** One answer per condition that asks for one; what was left out is left out. */
export const selfCheckForm = (asked: readonly Asked[]): z.ZodType<Partial<Record<Asked, Fulfilment>>> =>
	z.object(Object.fromEntries(asked.map((check) => [check, z.enum(Object.keys(fulfilments)).optional().catch(undefined)]))) as z.ZodType<
		Partial<Record<Asked, Fulfilment>>
	>;

/** A section as its page sends it: the answer, the version that was read, and where to go then. */
export const sectionForm = (section: Section, criteria: readonly Criterion[]) =>
	z.intersection(
		z.object({ version: z.coerce.number().int().catch(0), then: z.string().max(20).optional() }),
		sectionSchema(section, criteria).transform((answer) => ({ answer }))
	);
