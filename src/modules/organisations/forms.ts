import { z } from 'zod';
import { mailAddress } from '#modules/people/forms.ts';
import { checkbox, many, optionalDate, optionalText, optionalWord, requiredText, word } from '#lib/forms.ts';
import { isOpenProvider } from './claim.ts';
import { contactRoles, contactTopics, contactVisibilities, type ContactTopic } from './contact.ts';
import { foundedKinds, sectors } from './organisation.ts';
import { groupRights, plainGroup } from './provider.ts';
import { claimMethods, rightsWords, seatFunctions } from './seat.ts';

const blankToUndefined = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);

/** A municipality by its key (it may have no row of its own yet), any other organisation by its id. */
export const ownerKey = z.union([z.string().regex(/^\d{8}$/), z.uuid()], { error: 'Diese Organisation gibt es nicht mehr.' });

export const contactForm = z
	.object({
		contactId: z.preprocess(blankToUndefined, z.uuid('Diese Ansprechperson gibt es nicht mehr.').optional()),
		/** Whose it is: the key of a municipality, or the id of an organisation. */
		of: ownerKey,
		unit: requiredText('Bitte die Stelle nennen, zum Beispiel „Bauamt“.', 120),
		role: word(contactRoles, 'vacancy_officer'),
		name: optionalText(120),
		email: z.preprocess(
			blankToUndefined,
			z.email('Bitte eine vollständige E-Mail-Adresse, zum Beispiel bauamt@stadt.de.').max(200).optional()
		),
		phone: z.preprocess(
			blankToUndefined,
			z
				.string()
				.trim()
				.regex(/^[+\d][\d ()/-]{4,30}$/, 'Bitte eine Telefonnummer, zum Beispiel 03331 260012.')
				.optional()
		),
		topics: many(z.enum(Object.keys(contactTopics) as [ContactTopic, ...ContactTopic[]], { error: 'Bitte Themen aus der Liste wählen.' })),
		deputyId: z.preprocess(blankToUndefined, z.uuid('Diese Vertretung gibt es nicht mehr.').optional()),
		absentFrom: optionalDate(),
		absentUntil: optionalDate(),
		absenceNote: optionalText(200),
		publicVisibility: word(contactVisibilities, 'public'),
		responseTargetDays: z.preprocess(
			(value) => (value === undefined || value === '' ? 10 : Number(value)),
			z.int('Bitte eine ganze Zahl von Tagen.').min(1, 'Bitte mindestens 1 Tag.').max(60, 'Bitte höchstens 60 Tage.')
		)
	})
	.refine((contact) => contact.email || contact.phone, {
		path: ['email'],
		message: 'Bitte E-Mail oder Telefon angeben: sonst erreicht Sie niemand.'
	})
	.refine(({ absentFrom, absentUntil }) => !absentUntil || absentFrom, {
		path: ['absentFrom'],
		message: 'Bitte auch sagen, ab wann niemand da ist.'
	})
	.refine(({ absentFrom, absentUntil }) => !absentFrom || !absentUntil || absentFrom <= absentUntil, {
		path: ['absentUntil'],
		message: 'Das Ende liegt vor dem Beginn.'
	});
export const contactIdForm = z.object({ of: ownerKey, contactId: z.uuid('Diese Ansprechperson gibt es nicht mehr.') });
type Contact = z.output<typeof contactForm>;
export type ContactInput = Omit<Contact, 'topics'> & { topics?: Contact['topics'] };

export const seatIdForm = z.object({ seatId: z.uuid('Diesen Platz gibt es nicht mehr.') });

const optionalMail = z.preprocess(blankToUndefined, mailAddress.optional());

export const claimForm = z
	.object({
		code: z.string().regex(/^(\d{5}|\d{8})$/, 'Bitte zuerst die Kommune wählen.'),
		method: word(claimMethods, 'letter'),
		function: word(seatFunctions, 'administration'),
		title: optionalText(120),
		email: optionalMail,
		message: optionalText(1000)
	})
	.refine(({ method, email }) => method !== 'mail' || email, { path: ['email'], message: 'Bitte die dienstliche Mailadresse angeben.' });
export type ClaimInput = z.output<typeof claimForm>;

export const codeForm = z.object({ code: requiredText('Bitte den Code aus dem Brief eingeben.', 40) });

export const decisionForm = z
	.object({
		outcome: z.enum(['accepted', 'rejected'], { error: 'Bitte annehmen oder ablehnen.' }),
		reason: optionalText(1000)
	})
	.refine(({ outcome, reason }) => outcome === 'accepted' || reason, {
		path: ['reason'],
		message: 'Bitte einen Grund nennen: Die Person liest ihn.'
	});

export const invitationForm = z.object({
	email: mailAddress,
	function: word(seatFunctions, 'administration'),
	title: optionalText(120),
	rights: word(rightsWords, 'edit'),
	successorOf: z.preprocess(blankToUndefined, z.uuid().optional())
});
export type InvitationInput = z.output<typeof invitationForm>;

export const endForm = z.object({
	seatId: z.uuid('Diesen Platz gibt es nicht mehr.'),
	lastDay: optionalDate(),
	handoverNote: optionalText(4000),
	reason: optionalText(500)
});

export const rightsForm = z.object({ seatId: z.uuid('Diesen Platz gibt es nicht mehr.'), rights: word(rightsWords, 'read') });

/** "Werkstatt, Ernährung; Kultur" or one per line. */
const wordList = (most = 12) =>
	z.preprocess(
		(value) =>
			typeof value === 'string'
				? [
						...new Set(
							value
								.split(/[,;\n]/)
								.map((word) => word.trim())
								.filter(Boolean)
						)
					]
				: (value ?? []),
		z.array(z.string().max(60, 'Bitte je Stichwort höchstens 60 Zeichen.')).max(most, `Bitte höchstens ${most} Stichworte.`)
	);

const name = requiredText('Bitte den Namen eingeben.', 160);

export const foundForm = z.object({
	name,
	kind: word(foundedKinds, 'initiative'),
	ort: requiredText('Bitte sagen, wo die Organisation sitzt.', 120)
});

export const profileForm = z.object({
	name,
	ort: optionalText(120),
	sector: optionalWord(sectors),
	summary: optionalText(600),
	website: z.preprocess(
		blankToUndefined,
		z
			.url({ protocol: /^https?$/, error: 'Bitte die ganze Adresse eingeben, zum Beispiel https://werkhof.de.' })
			.max(300)
			.optional()
	),
	topics: wordList(),
	offers: wordList(),
	needs: wordList()
});
export type ProfileInput = z.output<typeof profileForm>;

const domain = z
	.string()
	.toLowerCase()
	.regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'Bitte nur den Teil hinter dem @ eingeben, zum Beispiel angermuende.de.')
	.refine((name) => !isOpenProvider(name), 'Bei diesem Anbieter kann jeder eine Adresse haben. Bitte nur eigene Domains der Kommune.');

const requiredDate = (message: string) => optionalDate().pipe(z.string({ error: message }));

/** Away from one day to another; `deputy:…` names who stands in, by organisation. */
export const absenceForm = z
	.looseObject({ from: requiredDate('Bitte den ersten Tag nennen.'), to: requiredDate('Bitte den letzten Tag nennen.') })
	.transform(({ from, to, ...rest }) => ({
		...{ from, to },
		deputies: Object.fromEntries(
			Object.entries(rest).flatMap(([name, value]) =>
				name.startsWith('deputy:') && typeof value === 'string' && value ? [[name.slice('deputy:'.length), value]] : []
			)
		)
	}));
export type AbsenceInput = z.output<typeof absenceForm>;
const domainList = z.preprocess(
	(value) => (typeof value === 'string' ? value.split(/[\s,;]+/).filter(Boolean) : value),
	z.array(domain).max(10, 'Bitte höchstens zehn Domains.')
);
export const domainsForm = z.object({ domains: domainList });

const issuer = requiredText('Bitte die Adresse des Anmeldedienstes eingeben (Issuer).', 300);

/** Rows of a table: `group`, `function` and `rights` come once per row, in order. */
export const providerForm = z
	.object({
		issuer,
		clientId: requiredText('Bitte die Client-ID eingeben.', 200),
		clientSecret: optionalText(500),
		domains: domainList,
		groupsClaim: z.preprocess(blankToUndefined, z.string().trim().max(100, 'Bitte höchstens 100 Zeichen.').default('groups')),
		group: many(z.string().trim().max(200, 'Bitte je Gruppe höchstens 200 Zeichen.')),
		function: many(word(seatFunctions, 'administration')),
		rights: many(word(groupRights, 'none')),
		createsPeople: checkbox(),
		trustsMfa: checkbox(),
		mfaAcr: optionalText(200)
	})
	.transform(({ group, rights, ...input }, ctx) => {
		const groups = group
			.map((name, n) => ({ group: plainGroup(name), function: input.function[n] ?? 'administration', rights: rights[n] ?? 'none' }))
			.filter((row) => row.group);
		if (new Set(groups.map((row) => row.group)).size < groups.length)
			ctx.addIssue({ code: 'custom', path: ['group'], message: 'Jede Gruppe bitte nur einmal nennen.' });
		if (groups.length > 50) ctx.addIssue({ code: 'custom', path: ['group'], message: 'Bitte höchstens fünfzig Gruppen.' });
		const { function: _, ...rest } = input;
		return { ...rest, domains: [...new Set(input.domains)], groups };
	});
export type ProviderInput = z.output<typeof providerForm>;

export const providerTestForm = z.object({ issuer, clientId: z.preprocess(blankToUndefined, z.string().trim().max(200).default('probe')) });

export const logoForm = z.object({ alt: requiredText('Bitte in Worten sagen, was auf dem Logo steht.', 160) });
