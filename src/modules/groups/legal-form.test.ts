import { expect, test } from 'vitest';
import { isLegalStep, legalForms, legalStepsOf, openLegalSteps, type LegalForm } from './legal-form.ts';

const forms = Object.keys(legalForms) as LegalForm[];

test.for(forms)('%s: every fact has its law, every step its own name, and what must be cleared up says with whom', (form) => {
	const official = /^https:\/\/www\.gesetze-im-internet\.de\/[a-z_0-9]+\/__\d+[a-z]?\.html$/;
	for (const { source } of legalForms[form].facts) expect(source.href).toMatch(official);
	const steps = legalStepsOf(form);
	expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
	for (const { source, ask } of steps) {
		if (source) expect(source.href).toMatch(official);
		expect(source ?? ask).toBeTruthy();
	}
});

test.for(forms)('%s is reached when all steps but the optional ones are done, in any order', (form) => {
	const needed = legalStepsOf(form).filter(({ isOptional }) => !isOptional);
	expect(openLegalSteps(form, [])).toEqual(needed.map(({ title }) => title));
	expect(openLegalSteps(form, needed.map(({ id }) => id).reverse())).toEqual([]);
	expect(
		openLegalSteps(
			form,
			needed.slice(1).map(({ id }) => id)
		)
	).toEqual([needed[0]?.title]);
	expect(isLegalStep(form, 'unsinn')).toBe(false);
});

test('the numbers of the law stand where people decide', () => {
	const said = (form: LegalForm) => legalForms[form].facts.map(({ text }) => text).join(' ');
	expect(said('verein')).toContain('sieben Mitglieder');
	expect(said('genossenschaft')).toContain('drei Mitglieder');
	expect(said('ggmbh')).toContain('25.000 Euro');
	expect(said('egbr')).toContain('2024');
});
