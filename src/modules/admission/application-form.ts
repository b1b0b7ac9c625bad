import type { Check, QuestionTheme } from '#modules/networks/vocabulary.ts';
import { isClosed, type ApplicationState, type Fulfilment } from './vocabulary.ts';

/** What an application is made of: a form that was frozen when it began, and one answer per section, each with its own version. */

export type Question = { id: string; theme: QuestionTheme; title: string; hint: string | null; isRequired: boolean };
export type Criterion = { id: string; title: string; text: string; check: Check };
/** Questions and criteria as they stood in the network at one moment. */
export type FormContent = { questions: Question[]; criteria: Criterion[] };

export type QuestionAnswer = { text: string; houses: string[] };
export type CriteriaAnswer = Record<string, { status: Fulfilment; note: string }>;
export type TimeAnswer = { minutesPerWeek: number | null; who: string };
export type ContactAnswer = { name: string; function: string; email: string; phone: string };
export type ValuesAnswer = { version: number };
export type Answer = QuestionAnswer | CriteriaAnswer | TimeAnswer | ContactAnswer | ValuesAnswer;

export type SectionKind = 'question' | 'criteria' | 'time' | 'values' | 'contact';
export type Section = { key: string; kind: SectionKind; title: string; question?: Question };

export const themeWords: Record<QuestionTheme, string> = {
	attitude: 'Haltung',
	motivation: 'Motivation',
	expectations: 'Erwartungen',
	projects: 'Laufende Projekte',
	other: 'Weitere Frage'
};

/** The sections of an application in their order, by address word. Values only where the network has some. */
export function sectionsOf({ questions, criteria }: FormContent, hasValues: boolean): Section[] {
	return [
		...questions.map((question, i) => ({ key: `frage-${i + 1}`, kind: 'question' as const, title: themeWords[question.theme], question })),
		...(criteria.length ? [{ key: 'kriterien', kind: 'criteria' as const, title: 'Kriterien' }] : []),
		{ key: 'zeit', kind: 'time', title: 'Zeit' },
		...(hasValues ? [{ key: 'werte', kind: 'values' as const, title: 'Werte' }] : []),
		{ key: 'kontakt', kind: 'contact', title: 'Ansprechperson' }
	];
}

export type Answers = Record<string, Answer | undefined>;
export type Missing = { key: string; text: string };

const missingOf: Record<SectionKind, (section: Section, answer: Answer | undefined, form: FormContent) => string | null> = {
	question: ({ question, title }, answer) =>
		!question?.isRequired || (answer as QuestionAnswer | undefined)?.text.trim() ? null : `Eine Antwort zu „${title}“.`,
	criteria: (_section, answer, { criteria }) => {
		const open = criteria.filter(({ id }) => !(answer as CriteriaAnswer | undefined)?.[id]);
		return open.length ? `Eine Einschätzung zu ${open.length === 1 ? 'einem Kriterium' : `${open.length} Kriterien`}.` : null;
	},
	time: (_section, answer) =>
		((answer as TimeAnswer | undefined)?.minutesPerWeek ?? null) === null ? 'Die Zeit, die Sie je Woche aufbringen wollen.' : null,
	values: (_section, answer) => (answer ? null : 'Ihr Ja zu den Werten.'),
	contact: (_section, answer) => {
		const contact = answer as ContactAnswer | undefined;
		return contact?.name && contact.email ? null : 'Eine Ansprechperson mit E-Mail.';
	}
};

/** What is still open before an application can be sent, by section. A confirmation of former values counts as none. */
export function missingIn({
	form,
	answers,
	valuesVersion
}: {
	form: FormContent;
	answers: Answers;
	valuesVersion: number | null;
}): Missing[] {
	return sectionsOf(form, valuesVersion !== null).flatMap((section) => {
		const answer = answers[section.key];
		const isFormer = section.kind === 'values' && (answer as ValuesAnswer | undefined)?.version !== valuesVersion;
		const text = missingOf[section.kind](section, isFormer ? undefined : answer, form);
		return text ? [{ key: section.key, text }] : [];
	});
}

/** A section can be written while the town is writing; who the contact is, as long as the application is open. */
export const isWritable = (state: ApplicationState, key: string): boolean =>
	state === 'draft' || state === 'returned' || (key === 'kontakt' && !isClosed(state));

/** How much of it is there, 0 to 1. */
export const completeness = (sections: number, missing: number): number => (sections ? (sections - missing) / sections : 0);
