import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { checkbox, many, optionalText, requiredText } from '#lib/forms.ts';
import { scopes, type Scope } from './actor.ts';
import { longestAnswer } from './ask.ts';

export const mailAddress = z
	.string({ error: 'Bitte die Mailadresse eingeben.' })
	.trim()
	.toLowerCase()
	.min(1, 'Bitte die Mailadresse eingeben.')
	.max(254, 'Diese Mailadresse ist zu lang.')
	.pipe(z.email('Das ist keine Mailadresse. Sie hat die Form name@ort.de.'));

/** As typed: a password keeps its blanks. */
const typedPassword = z
	.string({ error: 'Bitte das Passwort eingeben.' })
	.min(1, 'Bitte das Passwort eingeben.')
	.max(1000, 'Dieses Passwort ist zu lang.');

/** `link`: by mail, although the address leads to an identity provider. */
export const signInForm = z.object({ email: mailAddress, zurueck: z.string().optional(), link: z.string().optional() });

export const passwordSignInForm = z.object({ email: mailAddress, password: typedPassword });

export const newPasswordForm = z.object({ password: typedPassword });

/** What a device answered, as the browser wrote it down; what it says is checked by the library that knows the protocol. */
const answered = <T>() =>
	z
		.string({ error: 'Es kam keine Antwort vom Gerät.' })
		.max(20_000, 'Diese Antwort ist zu lang.')
		.transform((text, ctx) => {
			try {
				return z.looseObject({ id: z.string(), response: z.looseObject({}) }).parse(JSON.parse(text)) as T;
			} catch {
				ctx.addIssue({ code: 'custom', message: 'Es kam keine Antwort vom Gerät.' });
				return z.NEVER;
			}
		});

export const passkeyAnswerForm = z.object({ answer: answered<AuthenticationResponseJSON>() });

export const newPasskeyForm = z.object({ answer: answered<RegistrationResponseJSON>() });

export const codeForm = z.object({ code: requiredText('Bitte den Code aus der App eingeben.', 10) });

export const recoveryForm = z.object({ recovery: requiredText('Bitte einen Wiederherstellungscode eingeben.', 40) });

export const newMailForm = z.object({ email: mailAddress });

export const nothingForm = z.object({});

export const eraseForm = z.object({ sure: z.literal('on', { error: 'Bitte bestätigen, dass das Konto gelöscht werden soll.' }) });

export const nameForm = z.object({ name: requiredText('Bitte einen Namen eingeben.', 100) });

const inRange = (what: string, { min, max }: { min: number; max: number }) => z.coerce.number(what).int(what).min(min, what).max(max, what);

export const budgetForm = z.object({
	minutes: inRange('Bitte zwischen 10 und 600 Minuten.', { min: 10, max: 600 }),
	weekday: inRange('Bitte einen Wochentag wählen.', { min: 1, max: 7 }),
	hour: inRange('Bitte eine volle Stunde von 0 bis 23.', { min: 0, max: 23 }),
	brief: checkbox()
});

/** One field per topic and per sender: `topic:match`, `sender:…`. What is missing stays as it is. */
export const channelsForm = z.record(z.string(), z.unknown()).transform((fields) => {
	const chosen = (prefix: string) =>
		Object.entries(fields).flatMap(([name, value]) =>
			name.startsWith(prefix) && typeof value === 'string' ? [[name.slice(prefix.length), value] as const] : []
		);
	return { byTopic: Object.fromEntries(chosen('topic:')), bySender: Object.fromEntries(chosen('sender:')) };
});

/** An answer as a form sends it; whether it is one, `whyNotThis` says. */
export const answerForm = z.object({
	choice: many(z.string().max(100)),
	words: z
		.string()
		.trim()
		.max(longestAnswer, `Bitte höchstens ${longestAnswer} Zeichen.`)
		.transform((words) => words.replaceAll('\r\n', '\n'))
		.default('')
});

export const keyForm = z.object({
	label: requiredText('Bitte sagen, wofür der Schlüssel ist.', 100),
	scopes: many(z.enum(Object.keys(scopes) as [Scope, ...Scope[]]))
});

/** `id` is the person, from the address; `ort` names a municipality as people do: "16278 Angermünde" or its AGS. */
export const grantForm = z
	.object({
		id: z.uuid(),
		role: z.enum(['editor', 'office', 'admin'], { error: 'Bitte eine Rolle wählen.' }),
		ort: optionalText()
	})
	.refine(({ role, ort }) => role !== 'editor' || ort !== undefined, {
		path: ['ort'],
		message: 'Bitte die Kommune nennen, für die die Person Räume pflegt.'
	});

export const grantIdForm = z.object({ grantId: z.uuid('Diese Berechtigung gibt es nicht mehr.') });

export const idForm = z.object({ id: z.uuid('Das gibt es nicht mehr.') });

export const firstRunForm = z.object({
	code: requiredText('Bitte den Code aus dem Terminal eingeben.', 40),
	name: requiredText('Bitte einen Namen eingeben.', 100),
	email: mailAddress
});
