/**
 * Words and abbreviations, folded, that stand before a person's name and are no part of it: English, Spanish and
 * Portuguese.
 */
export const titles: Readonly<Record<'en' | 'es' | 'pt', ReadonlySet<string>>> = {
  en: words(
    'mr mrs ms miss mx sir dame lord lady madam dr doctor prof professor rev reverend father brother sister rabbi imam ' +
      'sheikh sheik shaikh mullah ayatollah hajji haji pope cardinal bishop archbishop king queen prince princess ' +
      'president vice premier chancellor minister secretary ambassador consul senator congressman congresswoman ' +
      'representative rep sen gov governor mayor councillor councilman councilwoman deputy judge justice prosecutor ' +
      'attorney sheriff inspector detective officer agent commissioner chief director chairman chairwoman chairperson ' +
      'general gen colonel col lt lieutenant major maj captain capt cpt sergeant sgt corporal cpl private pvt admiral ' +
      'adm commander cmdr marshal brigadier warden ceo comandante don',
  ),
  es: words(
    'sr sra srta srita senor senora senorita don dona dr dra doctor doctora lic licenciado licenciada ing ingeniero ' +
      'ingeniera arq arquitecto arquitecta abg abogado abogada prof profesor profesora mtro mtra maestro maestra padre ' +
      'fray sor hermano hermana monsenor papa cardenal obispo arzobispo rey reina principe princesa infanta presidente ' +
      'presidenta expresidente expresidenta vicepresidente vicepresidenta ministro ministra exministro exministra ' +
      'canciller embajador embajadora consul senador senadora diputado diputada concejal concejala alcalde alcaldesa ' +
      'gobernador gobernadora exgobernador prefecto intendente juez jueza magistrado magistrada fiscal procurador ' +
      'procuradora comisario comisaria inspector inspectora agente jefe jefa director directora gerente general gral ' +
      'coronel cnel cor teniente tte mayor my capitan cap sargento sgto cabo almirante alte contralmirante ' +
      'comandante cmdte cte brigadier mariscal subteniente subcomisario ciudadano ciudadana',
  ),
  pt: words(
    'sr sra srta senhor senhora dom dona doutor doutora dr dra eng engenheiro engenheira adv advogado advogada prof ' +
      'professor professora padre pe frei irmao irma bispo arcebispo cardeal presidente presidenta ex vice ministro ' +
      'ministra chanceler embaixador embaixadora senador senadora deputado deputada vereador vereadora prefeito ' +
      'prefeita governador governadora juiz juiza desembargador desembargadora promotor promotora procurador delegado ' +
      'delegada inspetor inspetora comissario chefe diretor diretora general gal coronel cel tenente ten major maj ' +
      'capitao cap sargento sgt cabo almirante alm brigadeiro brig marechal comandante cmte',
  ),
};

/** The titles of all three languages together. */
export const anyTitle: ReadonlySet<string> = new Set(
  Object.values(titles).flatMap((of) => [...of]),
);

/** What stands after a person's name and is no part of it, folded. */
export const nameSuffixes: ReadonlySet<string> = words(
  'jr sr junior senior ii iii iv phd md esq jd mba obe cbe mbe hijo padre filho neto sobrinho',
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
