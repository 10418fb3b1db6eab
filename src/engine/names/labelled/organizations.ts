/**
 * Pairs of names of organizations and places with whether they are held to name one, written for this project before
 * the matcher was tried on them. Half of them (every second line) are kept from tuning. Lines that begin with "@" are
 * of places.
 */
export const labelledOrganizations = `
+ Petróleos de Venezuela, S.A. | Petroleos de Venezuela
+ Petróleos de Venezuela, S.A. | PDVSA
+ Banco Central de Venezuela | Central Bank of Venezuela
+ Banco Central de Venezuela | BCV
+ Microsoft Corporation | Microsoft Corp.
+ Microsoft | Microsoft Inc
+ Apple Inc. | APPLE
+ Google LLC | Google
+ Grupo Clarín S.A. | Clarín
+ Cemex, S.A.B. de C.V. | CEMEX SAB de CV
+ América Móvil S.A. de C.V. | America Movil
+ Constructora Norberto Odebrecht | Construtora Norberto Odebrecht S.A.
+ Petróleo Brasileiro S.A. | Petroleo Brasileiro
+ Petrobras | Petróleo Brasileiro S.A.
+ Pemex | Petróleos Mexicanos
+ FARC | Fuerzas Armadas Revolucionarias de Colombia
+ FARC-EP | Fuerzas Armadas Revolucionarias de Colombia - Ejército del Pueblo
+ Fuerzas Armadas Revolucionarias de Colombia (FARC) | FARC
+ Ejército de Liberación Nacional | ELN
+ Ejército de Liberación Nacional | National Liberation Army
+ Naciones Unidas | United Nations
+ ONU | United Nations
+ OTAN | NATO
+ Organización de Estados Americanos | OAS
+ Gazprom OAO | Газпром
+ ПАО Газпром | Gazprom PJSC
+ ООО Ромашка | Romashka LLC
+ Роснефть | Rosneft
+ Ministry of Defence | Ministerio de Defensa
+ Ministerio de Relaciones Exteriores | Ministry of Foreign Affairs
+ Ministry of Health of Colombia | Ministerio de Salud de Colombia
+ Universidad Central de Venezuela | Central University of Venezuela
+ University of Chile | Universidad de Chile
+ Tren de Aragua | El Tren de Aragua
+ Cártel de Sinaloa | Sinaloa Cartel
+ Los Zetas | Zetas
+ Hezbollah | Hizbullah
+ Al-Qaeda | Al Qaida
+ al-Qaeda in Iraq | Al-Qaida in Iraq
+ Deutsche Bank AG | Deutsche Bank
+ Banco Santander S.A. | Santander Bank
+ Itaú Unibanco | Itau Unibanco Holding S.A.
+ Siemens Aktiengesellschaft | Siemens AG
+ Volkswagen AG | Volkswagen
+ Telefónica S.A. | Telefonica
+ Inversiones Los Andes C.A. | Inversiones Los Andes
+ Transportes Pérez Hermanos | Transportes Perez Hnos.
+ Transportes Hermanos Pérez C.A. | Transportes Pérez Hnos
+ Compañía Anónima Nacional Teléfonos de Venezuela | CANTV
+ Corporación Venezolana de Guayana | CVG
+ Comisión Nacional de Telecomunicaciones | Conatel
+ Mercado Libre | MercadoLibre
+ PetroCaribe | Petro Caribe S.A.
+ Amazon.com, Inc. | Amazon.com
+ JPMorgan Chase & Co. | JP Morgan Chase
+ AT&T Inc. | AT&T
+ Johnson & Johnson | Johnson and Johnson
+ Procter & Gamble Co | Procter and Gamble
+ Frente 10 | Frente Décimo
+ Frente 33 de las FARC | Frente 33 FARC
+ Primer Comando da Capital | Primeiro Comando da Capital
+ Primeiro Comando da Capital | PCC
+ Comando Vermelho | Comando Vermelho (CV)
+ Boston Consulting Group | The Boston Consulting Group, Inc.
+ Minera San Rafael Ltda. | Minera San Rafael Limitada
+ Agropecuaria El Porvenir SRL | Agropecuaria El Porvenir S.R.L.
+ Shanghai Zhenhua Heavy Industries Co., Ltd. | Shanghai Zhenhua Heavy Industries
+ Huawei Technologies Co Ltd | Huawei
+ 华为 | Huawei
+ Bank of China | Banco de China
+ Al Jazeera | Al-Jazeera
+ Partido Socialista Unido de Venezuela | United Socialist Party of Venezuela
+ Partido Socialista Unido de Venezuela | PSUV
+ Partido Comunista de Cuba | Communist Party of Cuba
+ Servicio Bolivariano de Inteligencia Nacional | SEBIN
+ Federal Bureau of Investigation | FBI
+ Central Intelligence Agency | CIA
+ Cruz Roja Colombiana | Colombian Red Cross
+ Amnistía Internacional | Amnistia Internacional
+ Human Rights Watch | HRW
+ Mara Salvatrucha | La Mara Salvatrucha
+ MS-13 | MS 13
+ Wagner Group | Grupo Wagner
+ PMC Wagner | Wagner PMC
+ Constructora del Caribe, C.A. | Constructora de el Caribe
+ Exportadora e Importadora Maracay | Importadora y Exportadora Maracay C.A.
+ Microsft Corporation | Microsoft Corporation
+ Odebrech | Odebrecht
+ Supermercados Bicentenario | Supermercado Bicentenario
+ Laboratorios Vargas | Laboratorio Vargas S.A.
- Frente 10 | Frente 33
- Frente 33 de las FARC | Frente 34 de las FARC
- Brigada 12 | Brigada 13
- Banco de Venezuela | Banco Central de Venezuela
- Banco de Venezuela | Banco de Colombia
- Banco Santander | Banco Bilbao
- Bank of America | Bank of England
- Ministerio de Defensa | Ministerio del Interior
- Ministerio de Salud | Ministerio de Educación
- Ministry of Defence of Russia | Ministry of Defence of Ukraine
- Universidad de Chile | Universidad Católica de Chile
- Universidad de Los Andes | Universidad de Los Lagos
- Cártel de Sinaloa | Cártel de Jalisco
- Cártel del Golfo | Cártel de Cali
- Tren de Aragua | Tren del Llano
- Inversiones Los Andes C.A. | Inversiones Los Alpes C.A.
- Inversiones Rodríguez | Inversiones Ramírez
- Transportes García S.A. | Transportes Garza S.A.
- Constructora Pérez | Constructora López
- Constructora Odebrecht | Constructora Andrade
- Grupo Clarín | Grupo Carso
- Grupo México | Grupo Modelo
- First National Bank of Texas | First National Bank of Kansas
- First Republic Bank | Second Republic Bank
- Hermanos Rojas C.A. | Hermanos Ríos C.A.
- Microsoft | Micron
- Apple Inc | Apex Inc
- General Motors | General Electric
- General Dynamics | General Mills
- American Airlines | American Express
- United Airlines | United Parcel Service
- Partido Socialista de Chile | Partido Comunista de Chile
- Partido Popular | Partido Liberal
- Policía Nacional de Colombia | Policía Nacional del Perú
- Ejército de Colombia | Armada de Colombia
- Ejército de Liberación Nacional | Ejército Popular de Liberación
- Corte Suprema de Justicia | Corte Constitucional
- Tribunal Supremo de Justicia | Tribunal Supremo Electoral
- Radio Caracas Televisión | Radio Caracas
- Telefónica Chile | Telefónica España
- Shell Venezuela | Shell
- Samsung Heavy Industries | Samsung Life Insurance
- Tata Motors | Tata Steel
- Hyundai Motor | Hyundai Heavy Industries
- Газпром | Роснефть
- Gazprom | Gazprombank
- Al-Qaeda in Iraq | Al-Qaeda in Yemen
- Bank Melli Iran | Bank Saderat Iran
- China Southern Airlines | China Eastern Airlines
- Shanghai Trading Co | Beijing Trading Co
- Norte Energía | Sur Energía
- Minera del Norte | Minera del Sur
- Fundación Esperanza | Fundación Alianza
- Asociación Civil La Paz | Asociación Civil La Luz
- FARC | ELN
- CIA | FBI
- PSUV | PCV
- ONU | OEA
- Club Deportivo Guadalajara | Club Deportivo Toluca
- Hospital San José | Hospital San Juan
- Colegio San Ignacio | Colegio San Agustín
- Hotel Caribe | Hotel Central
- Farmacia Santa Ana | Farmacia Santa Rosa
- Naviera del Pacífico | Naviera del Atlántico
- Petróleos Mexicanos | Petróleos de Venezuela
- Seguros Caracas | Seguros Mercantil
- Alimentos Polar | Alimentos Mary
- Editorial Planeta | Editorial Anagrama
- Unidad 8200 | Unidad 731
- Compañía 3 | Compañía 8
- S.A. de C.V. | Ltda.
- Inversiones | Transportes
@+ Caracas | CARACAS
@+ San Cristóbal, Táchira | San Cristobal (Táchira)
@+ San Cristóbal, Táchira | San Cristóbal
@+ Moscow | Moscú
@+ Moscow | Москва
@+ New York | Nueva York
@+ Londres | London
@+ Puerto Cabello, Venezuela | Puerto Cabello
@+ Estado Zulia | Zulia
@+ Rio Orinoco | Orinoco River
@+ Ciudad de México | Mexico City
@+ Aleppo | Alepo
@+ Kiev | Kyiv
@+ São Paulo | Sao Paulo
@+ Bogotá D.C. | Bogota
@+ Maracaibo | Maracaybo
@+ South Korea | Corea del Sur
@+ 北京 | Beijing
@+ دمشق | Damascus
@+ Saint Petersburg | San Petersburgo
@- San Cristóbal, Táchira | San Cristóbal, Chiapas
@- San Cristóbal | San Cristóbal de las Casas
@- Puerto Cabello | Puerto La Cruz
@- North Korea | South Korea
@- Sudan | South Sudan
@- San José | San Juan
@- Santa Ana | Santa Rosa
@- Santiago de Chile | Santiago de Cuba
@- Valencia, España | Valencia, Venezuela
@- Río Negro | Río Grande
@- Calle 10 | Calle 12
@- Villa del Rosario | Villa del Mar
@- Guayana | Guyana
@- Guatemala | Guatemala City
@- Washington | Wellington
@- Barinas | Barcelona
@- Cúcuta | Calcuta
@- Avenida Bolívar | Avenida Sucre
`;
