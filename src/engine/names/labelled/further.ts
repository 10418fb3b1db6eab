/**
 * Further pairs, with what they are of, written for this project after the first were tuned on, to find what those had not
 * taught. What they showed was mended in general, so that all of them have been seen.
 */
export const furtherPairs = `
+ person | Carlos Slim Helú | Carlos Slim
+ person | Carlos Slim Helu | SLIM HELU, Carlos
+ person | Viktor Bout | Виктор Бут
+ person | Viktor Anatolyevich Bout | Victor But
+ person | Semion Mogilevich | Semyon Mogilevich
+ person | Семён Могилевич | Semion Mogilevich
+ person | Abu Bakr al-Baghdadi | أبو بكر البغدادي
+ person | Ismael Zambada García | Ismael "El Mayo" Zambada
+ person | El Mayo Zambada | Ismael Zambada
+ person | Dario Antonio Usuga David | Darío Antonio Úsuga
+ person | Dairo Antonio Úsuga | Dario Antonio Úsuga
+ person | Salvatore Mancuso Gómez | Salvatore Mancuso
+ person | Álvaro Uribe Vélez | Alvaro Uribe
+ person | Luis Carlos Galán Sarmiento | Luis C. Galán
+ person | Alex Saab Morán | Alex Nain Saab Morán
+ person | Alex Saab | Álex Naín Saab Morán
+ person | Tareck Zaidan El Aissami Maddah | Tareck El Aissami
+ person | Qasem Soleimani | Ghassem Soleimani
+ person | Qassim Suleimani | قاسم سليماني
+ person | Ebrahim Raisi | إبراهيم رئيسي
+ person | Ali Khamenei | علي خامنئي
+ person | Ismail Haniyeh | إسماعيل هنية
+ person | Yahya Sinwar | يحيى السنوار
+ person | Muqtada al-Sadr | مقتدى الصدر
+ person | Nouri al-Maliki | Nuri al Maliki
+ person | Hosni Mubarak | حسني مبارك
+ person | Rami Makhlouf | Rami Makhluf
+ person | Rami Makhlouf | رامي مخلوف
+ person | Rifaat al-Assad | Rifat Assad
+ person | Walid Jumblatt | Walid Joumblatt
+ person | Rafik Hariri | Rafic al-Hariri
+ person | Rafik Hariri | رفيق الحريري
+ person | Saad Hariri | سعد الحريري
+ person | Khalifa Haftar | Jalifa Hafter
+ person | خليفة حفتر | Khalifa Haftar
+ person | Abdelaziz Bouteflika | Abdulaziz Buteflika
+ person | عبد العزيز بوتفليقة | Abdelaziz Bouteflika
+ person | Zine El Abidine Ben Ali | Zine al-Abidine Ben Ali
+ person | Roman Abramovich | Роман Абрамович
+ person | Oleg Deripaska | Олег Дерипаска
+ person | Igor Sechin | Сечин Игорь Иванович
+ person | Alisher Usmanov | Алишер Усманов
+ person | Ramzan Kadyrov | Рамзан Кадыров
+ person | Dmitry Peskov | Дмитрий Песков
+ person | Konstantin Malofeev | Konstantin Malofeyev
+ person | Gennady Timchenko | Guennadi Timtchenko
+ person | Arkady Rotenberg | Аркадий Ротенберг
+ person | Yelena Baturina | Елена Батурина
+ person | Natalya Veselnitskaya | Наталья Весельницкая
+ person | Petro Poroshenko | Пётр Порошенко
+ person | Вячеслав Володин | Vyacheslav Volodin
+ person | Valentina Matviyenko | Валентина Матвиенко
+ person | Sergei Shoigu | Serguéi Shoigú
+ person | Sergej Schoigu | Sergey Shoygu
+ person | Zhou Yongkang | 周永康
+ person | Bo Xilai | 薄熙来
+ person | Guo Wengui | Wengui Guo
+ person | Meng Wanzhou | 孟晚舟
+ person | Ren Zhengfei | 任正非
+ person | Zhao Ziyang | Chao Tzu-yang
+ person | Chou En-lai | Zhou Enlai
+ person | 毛泽东 | Mao Zedong
+ person | Zhang, Wei | Wei Zhang
+ person | Jair Messias Bolsonaro | Jair Bolsonaro
+ person | Dilma Vana Rousseff | Dilma Rousseff
+ person | Michel Miguel Elias Temer Lulia | Michel Temer
+ person | Fernando Henrique Cardoso | F. H. Cardoso
+ person | Marcelo Bahia Odebrecht | Marcelo Odebrecht
+ person | José Sócrates Carvalho Pinto de Sousa | José Sócrates
+ person | Isabel dos Santos | Isabel Santos
+ person | Ricardo Espírito Santo Silva Salgado | Ricardo Salgado
+ person | Jose Eduardo dos Santos | José Eduardo Santos
+ person | Mary Anne Smith | Mary-Anne Smith
+ person | Mary Ann Smith | Maryann Smith
+ person | Catherine Zeta-Jones | Catherine Zeta Jones
+ person | Alexandria Ocasio-Cortez | Alexandria Ocasio Cortez
+ person | Bob Menendez | Robert Menendez
+ person | Joe Manchin | Joseph Manchin III
+ person | Tony Blair | Anthony Charles Lynton Blair
+ person | Jimmy Hoffa | James Riddle Hoffa
+ person | Al Capone | Alphonse Capone
+ person | Mick Jagger | Michael Philip Jagger
+ person | Liz Truss | Elizabeth Truss
+ person | Steve Bannon | Stephen Kevin Bannon
+ person | Mohamed ElBaradei | Mohammed El Baradei
+ person | Paul Allan Smith | Paul Alan Smith
+ person | McDonald, Ronald | Ronald Mc Donald
+ person | MacArthur Douglas | Douglas Mac Arthur
+ person | Isabel Peron | Isabel Martínez de Perón
+ person | Peña Nieto, Enrique | Enrique Peña Nieto
+ person | Genaro García Luna | Genaro Garcia-Luna
+ person | Ovidio Guzmán López | Ovidio Guzman Lopez
+ person | Nemesio Oseguera Cervantes | Nemesio Oceguera Cervantes
+ person | Edgar Valdez Villarreal | Édgar Valdés Villareal
+ person | Vicente Carrillo Fuentes | V. Carrillo Fuentes
+ person | Felipe Calderón Hinojosa | Felipe de Jesús Calderón Hinojosa
+ person | Rafael Caro Quintero | Caro Quintero, R.
+ person | Sandra Ávila Beltrán | Sandra Avila
+ person | José Tomás de los Ángeles Pérez | José Tomás Pérez
+ person | Mª José Gómez | María José Gómez
+ person | M. J. Gómez | María José Gómez
+ person | Sr. D. Luis Bárcenas Gutiérrez | Luis Bárcenas
+ person | Gen. David H. Petraeus | David Petraeus
+ person | Mullah Mohammed Omar | Mohammad Omar
+ person | Sheikh Hasina | Hasina Sheikh
+ person | Hafiz Muhammad Saeed | Hafez Mohammed Said
+ person | Dawood Ibrahim Kaskar | Dawood Ibrahim
+ person | Narendra Modi | नरेंद्र मोदी
+ person | Γιώργος Παπανδρέου | Giorgos Papandreou
+ person | בנימין נתניהו | Benjamin Netanyahu
+ person | Benyamin Netanyahu | Benjamin Netanyahu
+ person | Ariel Sharon | אריאל שרון
+ person | Aung San Suu Kyi | Aung San Su Kyi
+ person | Park Geun-hye | 박근혜
+ person | Lee Jae-yong | Jae Yong Lee
+ person | Shinzo Abe | Abe Shinzō
+ person | Yamaguchi Ken | Ken Yamaguchi
- person | Kim Il-sung | Kim Jong-il
- person | Michael Jordan | Michael B. Jordan
- person | Ali Abdullah Saleh | Abdullah Ali Saleh
- person | Hassan Rouhani | Hossein Rouhani
- person | Mohammed Atta | Mohammed Atef
- person | Khalid al-Mihdhar | Khalid al-Masri
- person | Nawaf al-Hazmi | Salem al-Hazmi
- person | Hamza bin Laden | Osama bin Laden
- person | Saad bin Laden | Osama bin Laden
- person | Boris Rotenberg | Arkady Rotenberg
- person | Vitali Klitschko | Wladimir Klitschko
- person | Valentin Petrov | Valentina Petrova
- person | Evgeny Petrov | Evgenia Petrova
- person | Иван Смирнов | Иван Соколов
- person | Александр Иванов | Алексей Иванов
- person | Анна Козлова | Алла Козлова
- person | Петр Сидоров | Павел Сидоров
- person | Jair Bolsonaro | Flávio Bolsonaro
- person | Eduardo Bolsonaro | Carlos Bolsonaro
- person | Joesley Batista | Wesley Batista
- person | Marcelo Odebrecht | Emílio Odebrecht
- person | Luis Fernando Camacho | Luis Alberto Camacho
- person | Cristina Kirchner | Máximo Kirchner
- person | Keiko Fujimori | Kenji Fujimori
- person | Juan Manuel Santos | Francisco Santos
- person | Fabio Ochoa Restrepo | Fabio Ochoa Vásquez
- person | Jorge Luis Ochoa Vásquez | Juan David Ochoa Vásquez
- person | Carlos Castaño Gil | Vicente Castaño Gil
- person | Amado Carrillo Fuentes | Vicente Carrillo Fuentes
- person | Arturo Beltrán Leyva | Alfredo Beltrán Leyva
- person | Miguel Treviño Morales | Omar Treviño Morales
- person | Heriberto Lazcano | Humberto Lazcano
- person | José Luis Martínez | José Luis Rodríguez
- person | José María Aznar | José María Gil
- person | Ana Botín | Emilio Botín
- person | Ana Patricia Botín | Ana Patricia Torres
- person | Julio Sánchez Cristo | Julio Sánchez Vanegas
- person | Antonio Navarro Wolff | Antonio Navarro Valls
- person | Ricardo Martinelli Berrocal | Ricardo Martinelli Linares
- person | Luis Enrique Martinelli | Ricardo Martinelli
- person | Jon Smith | Joan Smith
- person | Erica Jones | Eric Jones
- person | Christine Lagarde | Christian Lagarde
- person | Patrick Dempsey | Patricia Dempsey
- person | Denis Martin | Denise Martin
- person | Carl Jung | Carla Jung
- person | Stephen King | Stephanie King
- person | Michael Moore | Michelle Moore
- person | Frank Miller | Fred Miller
- person | Jerry Brown | Terry Brown
- person | Ron Paul | Rand Paul
- person | Don Lewis | Dan Lewis
- person | Tim Cook | Tom Cook
- person | Ann Lee | Ian Lee
- person | Harry Davis | Barry Davis
- person | Jill Stein | Bill Stein
- person | Charlie Black | Charlie White
- person | Alan Turner | Alan Tanner
- person | Emma Stone | Emma Watson
- person | James Cameron | David Cameron
- person | Rodrigo Duterte | Sara Duterte
- person | Wei Zhang | Wei Zhao
- person | Li Qiang | Li Keqiang
- person | 李强 | 李克强
- person | Liu Yang | Liu Yan
- person | Zhang Li | Zhang Lin
- person | 王芳 | 王方
- person | 刘洋 | 刘阳
- person | Hu Jintao | Hu Jia
- person | عمر حسن | عمر حسين
- person | سعيد أحمد | سعد أحمد
- person | ناصر علي | نصر علي
- person | Samir Nasri | Samira Nasri
- person | Amir Khan | Amira Khan
- person | Hamid Karzai | Ahmed Karzai
- person | Ahmad Chalabi | Mahmoud Chalabi
- person | Jamal Khashoggi | Adnan Khashoggi
- person | Rashida Tlaib | Rashid Tlaib
- person | Farid Hassan | Walid Hassan
- person | Nabil Fahmy | Ismail Fahmy
- person | Luís Silva | Luísa Silva
- person | Márcio Rocha | Márcia Rocha
- person | Renato Duque | Renata Duque
- person | Pedro Alves Neto | Pedro Alves
- person | Geraldo Alckmin | Geraldo Alkmim
+ organization | Sociedad Química y Minera de Chile S.A. | SQM
+ organization | Corporación Nacional del Cobre de Chile | CODELCO
+ organization | Yacimientos Petrolíferos Fiscales | YPF S.A.
+ organization | Banco de la Nación Argentina | Banco Nación Argentina
+ organization | Empresa Colombiana de Petróleos | Ecopetrol
+ organization | Bancolombia S.A. | Bancolombia
+ organization | HSBC Holdings plc | HSBC
+ organization | Credit Suisse Group AG | Credit Suisse
+ organization | Mossack Fonseca & Co. | Mossack Fonseca
+ organization | Commerzbank Aktiengesellschaft | Commerzbank AG
+ organization | Société Générale S.A. | Societe Generale
+ organization | BNP Paribas SA | BNP Paribas
+ organization | ОАО «РЖД» | РЖД
+ organization | Сбербанк России | Sberbank of Russia
+ organization | Sberbank | ПАО Сбербанк
+ organization | Лукойл | Lukoil OAO
+ organization | Внешэкономбанк | Vnesheconombank
+ organization | Bank Rossiya | Банк Россия
+ organization | Rosoboronexport | Рособоронэкспорт
+ organization | China National Petroleum Corporation | CNPC
+ organization | China National Petroleum Corp. | China National Petroleum Corporation
+ organization | 中国银行 | Bank of China
+ organization | Islamic Revolutionary Guard Corps | IRGC
+ organization | Islamic Republic of Iran Shipping Lines | IRISL
+ organization | Bank Melli | Bank Melli Iran
+ organization | Islamic State | ISIS
+ organization | Estado Islámico | Islamic State
+ organization | Boko Haram | Boko-Haram
+ organization | حزب الله | Hezbollah
+ organization | الجزيرة | Al Jazeera
+ organization | حماس | Hamas
+ organization | Autodefensas Unidas de Colombia | AUC
+ organization | United Self-Defense Forces of Colombia | Autodefensas Unidas de Colombia
+ organization | Los Rastrojos | Rastrojos
+ organization | Clan del Golfo | Gulf Clan
+ organization | Cártel de Jalisco Nueva Generación | CJNG
+ organization | Cártel Jalisco Nueva Generación | Cartel de Jalisco Nueva Generacion
+ organization | Jalisco New Generation Cartel | Cártel de Jalisco Nueva Generación
+ organization | Los Caballeros Templarios | Knights Templar
+ organization | Gulf Cartel | Cártel del Golfo
+ organization | World Bank | Banco Mundial
+ organization | Inter-American Development Bank | Banco Interamericano de Desarrollo
+ organization | European Union | Unión Europea
+ organization | Drug Enforcement Administration | DEA
+ organization | U.S. Department of Justice | US Department of Justice
+ organization | Departamento de Justicia de Estados Unidos | US Department of Justice
+ organization | Dept. of the Treasury | Department of the Treasury
+ organization | Fiscalía General de la Nación | Fiscalia General de la Nacion
+ organization | Policía Nacional Bolivariana | PNB
+ organization | Guardia Nacional Bolivariana | GNB
+ organization | Cuerpo de Investigaciones Científicas, Penales y Criminalísticas | CICPC
+ organization | Dirección General de Contrainteligencia Militar | DGCIM
+ organization | Instituto Nacional de Estadística | INE
+ organization | Universidad Nacional Autónoma de México | UNAM
+ organization | National Autonomous University of Mexico | Universidad Nacional Autónoma de México
+ organization | Massachusetts Institute of Technology | MIT
+ organization | The New York Times Company | New York Times
+ organization | El Nacional C.A. | El Nacional
+ organization | Diario El Universal | El Universal
+ organization | Acme Trading Co., Ltd. | Acme Trading Company Limited
+ organization | Acme Int'l Trading LLC | Acme International Trading L.L.C.
+ organization | Nordic Shipping A/S | Nordic Shipping AS
+ organization | Smith & Sons Ltd | Smith and Sons Limited
+ organization | Inversiones JR & Asociados | Inversiones J.R. y Asociados C.A.
+ organization | Construcciones y Servicios Delta | Servicios y Construcciones Delta, C.A.
+ organization | Distribuidora Alimentos del Sur | Distribuidora de Alimentos del Sur SRL
+ organization | 3M Company | 3M
+ organization | Seven Eleven | 7-Eleven
+ organization | Price Waterhouse Coopers | PricewaterhouseCoopers
+ organization | Hewlett-Packard | Hewlett Packard Co
+ organization | Walmart | Wal-Mart Stores Inc.
+ organization | Facebook, Inc. | Face Book
+ organization | Exxon Mobil Corp | ExxonMobil
+ organization | Goldman Sachs Group Inc | Goldman, Sachs & Co.
+ organization | Embraer S.A. | Empresa Brasileira de Aeronáutica
+ organization | Vale S.A. | Companhia Vale
+ organization | Companhia Vale do Rio Doce | CVRD
+ organization | Partido dos Trabalhadores | PT
+ organization | Partido dos Trabalhadores | Workers' Party
+ organization | Polícia Federal | Federal Police
+ organization | JBS S/A | JBS S.A.
- organization | Bank Mellat | Bank Melli
- organization | Bank Rossiya | Bank Moskvy
- organization | Сбербанк | Газпромбанк
- organization | VTB Bank | VEB Bank
- organization | Credit Suisse | Credit Agricole
- organization | HSBC | HBOS
- organization | China Mobile | China Telecom
- organization | China National Petroleum Corporation | China National Offshore Oil Corporation
- organization | Bank of China | Bank of India
- organization | Banco do Brasil | Banco de Chile
- organization | Banco Nacional de Bolivia | Banco Nacional de Panamá
- organization | Universidad Nacional de Colombia | Universidad Nacional de La Plata
- organization | Universidad Nacional | Universidad Pedagógica Nacional
- organization | Harvard University | Howard University
- organization | Boston University | Boston College
- organization | Cártel de Medellín | Cártel de Cali
- organization | Los Urabeños | Los Rastrojos
- organization | Bloque Oriental | Bloque Sur
- organization | Columna Teófilo Forero | Columna Daniel Aldana
- organization | Primera Brigada | Segunda Brigada
- organization | 1st Infantry Division | 2nd Infantry Division
- organization | Grupo Bimbo | Grupo Salinas
- organization | Inversiones 2000 | Inversiones 3000
- organization | Inversiones ABC C.A. | Inversiones ACB C.A.
- organization | Comercializadora El Sol | Comercializadora La Luna
- organization | Distribuidora Norte | Distribuidora Sur
- organization | Constructora Alfa | Constructora Beta
- organization | Alpha Shipping Ltd | Alpha Airlines Ltd
- organization | Global Trading LLC | Global Shipping LLC
- organization | Pacific Oil | Atlantic Oil
- organization | Ministerio de Hacienda | Ministerio de Agricultura
- organization | Ministry of Foreign Affairs | Ministry of Foreign Trade
- organization | Department of State | Department of Defense
- organization | House of Lords | House of Commons
- organization | Partido Conservador | Partido Comunista
- organization | Movimiento al Socialismo | Movimiento Quinta República
- organization | Frente Amplio | Frente Popular
- organization | Federación de Cafeteros | Federación de Ganaderos
- organization | Hospital General de México | Hospital General de Medellín
- organization | Juzgado 5 de Control | Juzgado 8 de Control
- organization | Air France | Air China
- organization | British Airways | British Telecom
- organization | Deutsche Bank | Deutsche Telekom
- organization | Royal Bank of Canada | Royal Bank of Scotland
- organization | Standard Chartered | Standard & Poor's
- organization | El Nacional | El Nuevo Herald
- organization | El Universal | El Universo
- organization | Petroecuador | Petroperú
- organization | PDVSA | PDVSA Gas
- organization | Telemundo | Telemadrid
- organization | Hezbollah | Hamas
- organization | FARC | FARP
- organization | AUC | AUV
+ person | Leopoldo Eduardo López Mendoza | Leopoldo López
+ person | Rosales Guerrero, Manuel | Manuel Rosales
+ person | Jorge Jesús Rodríguez Gómez | Jorge Rodríguez Gómez
+ person | Cilia Adela Flores de Maduro | Cilia Flores
+ person | Hugo Armando Carvajal Barrios | Hugo "El Pollo" Carvajal
+ person | Yván Gil | Iván Gil
+ person | Néstor Luis Reverol Torres | Nestor Reverol
+ person | Jhonny Rafael Piñate | Johnny Piñate
+ person | Wilmer Guayabal | Wílmer Guayabal
+ person | Yoan Pérez | Johan Perez
+ person | Larry Álvarez | Larry Alvarez Núñez
+ person | Yohan José Romero | Johan Romero
+ person | Giovanny San Vicente | Giovanni San Vicente
+ person | Carlos Luis Revete | Carlos Revete
+ person | Gustavo Petro Urrego | Gustavo Francisco Petro Urrego
+ person | Rodrigo Londoño Echeverri | Rodrigo Londoño "Timochenko"
+ person | Luciano Marín Arango | Luciano Marin
+ person | Miguel Botache Santillana | Miguel Botache
+ person | Владимир Зеленский | Volodymyr Zelenskyy
+ person | Рамзан Ахматович Кадыров | Ramzan Kadyrov
+ person | Сурков Владислав | Vladislav Surkov
+ person | Sergei Skripal | Сергей Скрипаль
+ person | Alexander Litvinenko | Aleksandr Litvinenko
+ person | Mikhail Khodorkovsky | Mijaíl Jodorkovski
+ person | Boris Nemtsov | Борис Немцов
+ person | Yuliya Tymoshenko | Юлия Тимошенко
+ person | Viktor Yanukovich | Віктор Янукович
+ person | Семен Семенченко | Semen Semenchenko
+ person | Muhammad Zia-ul-Haq | Mohammed Zia ul Haq
+ person | Abdul Qadeer Khan | A. Q. Khan
+ person | Abu Musab al-Zarqawi | Abu Mussab al Zarkawi
+ person | أيمن الظواهري | Ayman al-Zawahiri
+ person | أسامة بن لادن | Osama bin Laden
+ person | جمال خاشقجي | Jamal Khashoggi
+ person | عمر البشير | Omar al-Bashir
+ person | نوري المالكي | Nouri al-Maliki
+ person | محمد مرسي | Mohamed Morsi
+ person | Mohamed Mursi | Mohammed Morsi
+ person | Tarek Aziz | Tariq Aziz
+ person | Abdelmalek Droukdel | Abdel Malek Droukdal
+ person | Chérif Kouachi | Cherif Kouachi
+ person | Nasser al-Khelaïfi | Nasser Al Khelaifi
+ person | Hun Sen | Hun Sen
+ person | Lee Kuan Yew | Kuan Yew Lee
+ person | Ho Chi Minh | Hồ Chí Minh
+ person | 江泽民 | Jiang Zemin
+ person | 胡锦涛 | Hu Jintao
+ person | 胡錦濤 | 胡锦涛
+ person | 温家宝 | Wen Jiabao
+ person | Sun Yat-sen | Sun Yatsen
+ person | Chen Shui-bian | Chen Shuibian
+ person | 李嘉誠 | 李嘉诚
+ person | Aécio Neves da Cunha | Aécio Neves
+ person | Eduardo Cosentino da Cunha | Eduardo Cunha
+ person | Sérgio Fernando Moro | Sergio Moro
+ person | Gilmar Ferreira Mendes | Gilmar Mendes
+ person | Joaquim Benedito Barbosa Gomes | Joaquim Barbosa
+ person | Fernando Affonso Collor de Mello | Fernando Collor de Melo
+ person | Francisco Everardo Oliveira Silva | Francisco Oliveira Silva
+ person | Toninho Costa | Antônio Costa
+ person | Chico Mendes | Francisco Mendes
+ person | Vito Corleone | Víctor Corleone
+ person | Jimmy McMillan | James Mc Millan
+ person | Thomas O'Neill | Tommy ONeil
+ person | Deborah Wasserman Schultz | Debbie Wasserman-Schultz
+ person | Samuel Bankman-Fried | Sam Bankman Fried
+ person | Jeffrey Epstein | Jeff Epstein
+ person | Ghislaine Maxwell | Ghislane Maxwell
+ person | Katherine Johnson | Kathy Johnson
+ person | Hermann Goering | Hermann Göring
+ person | Gerhard Schroeder | Gerhard Schröder
- person | Leopoldo López | Leonardo López
- person | Leopoldo López Mendoza | Leopoldo López Gil
- person | Johan Romero | Joan Romera
- person | Cilia Flores | Celia Flores
- person | Jesús Santrich | Julián Santrich
- person | Juan Manuel Santos | Juan Manuel Galán
- person | Antonio García | Arturo García
- person | Marco Rubio | Mario Rubio
- person | Carlos Vecchio | Carlos Vega
- person | José Gregorio Pérez | José Gerardo Pérez
- person | Luis Parra | Luis Parada
- person | Ana María Fernández | Ana Marta Fernández
- person | Rosa Díaz | Rosa Díez
- person | Pedro Castro | Pedro Castillo
- person | Manuel Marín | Manuel Martín
- person | Julio Ramos | Julio Rojas
- person | Alfonso Cano | Alonso Cano
- person | Eduardo Cunha | Eduardo Cardozo
- person | Paulo Guedes | Paulo Gomes
- person | Renan Calheiros | Renan Filho
- person | Flávia Arruda | Flávio Arruda
- person | Виктор Орлов | Виктория Орлова
- person | Николай Иванов | Никита Иванов
- person | Sergei Petrov | Semyon Petrov
- person | Alexei Volkov | Alexander Volkov
- person | Ivan Sergeevich Volkov | Ivan Petrovich Volkov
- person | Рустам Ахмедов | Руслан Ахмедов
- person | محمد حسين | محمود حسين
- person | خالد علي | خليل علي
- person | أحمد سالم | أحمد سليم
- person | عمر حسن | Omar Hussein
- person | Said Ali | Saad Ali
- person | Abdullah Hassan | Ubaidullah Hassan
- person | Karim Benzema | Karima Benzema
- person | Jamil Hassan | Jamila Hassan
- person | Zhang Min | Zhang Ming
- person | 李伟 | 李薇
- person | 陈明 | 程明
- person | Liu Xiaobo | Liu Xiaoming
- person | Kim Yong-nam | Kim Yong-chol
- person | Park Chung-hee | Park Geun-hye
- person | Ivanka Trump | Ivana Trump
- person | Eric Trump | Erica Trump
- person | Barbara Bush | Barbara Boxer
- person | Theodore Roosevelt | Franklin Roosevelt
- person | Kevin Spacey | Kelvin Spacey
- person | Steve Martin | Stella Martin
- person | Larry Page | Jerry Page
- person | Nick Clegg | Mick Clegg
+ organization | Tribunal Supremo de Justicia | TSJ
+ organization | Consejo Nacional Electoral | National Electoral Council
+ organization | Comando Vermelho | Red Command
+ organization | Los Choneros | Choneros
+ organization | Banda "Tren de Aragua" | Tren de Aragua
+ organization | Petroecuador EP | Petroecuador
+ organization | Empresa Pública de Hidrocarburos del Ecuador | EP Petroecuador
+ organization | Minerven C.A. | CVG Minerven
+ organization | Conviasa | Consorcio Venezolano de Industrias Aeronáuticas y Servicios Aéreos
+ organization | Федеральная служба безопасности | FSB
+ organization | ЧВК Вагнер | PMC Wagner
+ organization | Банк ВТБ | VTB Bank
+ organization | АО Альфа-Банк | Alfa Bank
+ organization | ООО "Северный поток" | Severny Potok LLC
+ organization | القاعدة | Al-Qaeda
+ organization | بنك مصر | Banque Misr
+ organization | 中国石油 | China Oil
+ organization | 阿里巴巴集团 | Alibaba Group
+ organization | Huawei Technologies | 华为技术有限公司
+ organization | Banco do Brasil S.A. | Bank of Brazil
+ organization | Companhia Siderúrgica Nacional | CSN
+ organization | Instituto Nacional do Seguro Social | INSS
+ organization | Ministério da Fazenda | Ministério da Fazenda do Brasil
+ organization | Igreja Universal do Reino de Deus | Igreja Universal do Reino de Deus (IURD)
+ organization | US Treasury Department | Department of the Treasury
+ organization | J.P. Morgan | JP Morgan
+ organization | Ernst & Young LLP | Ernst and Young
+ organization | St. Mary's Hospital | Saint Mary's Hospital
- organization | Los Choneros | Los Lobos
- organization | Consejo Nacional Electoral | Consejo Nacional de la Judicatura
- organization | Corte Suprema de Chile | Corte Suprema de Colombia
- organization | Banco Mercantil | Banco Provincial
- organization | Alfa Bank | Beta Bank
- organization | Северсталь | Сургутнефтегаз
- organization | بنك مصر | بنك لبنان
- organization | 中国石油 | 中国石化
- organization | Comando Sur | Comando Norte
- organization | Batallón 51 | Batallón 52
- organization | Fiscalía 12 | Fiscalía 21
- organization | Transportes Andinos | Transportes Unidos
- organization | Editorial Sol | Editorial Luna
- organization | Ferretería El Tornillo | Ferretería El Martillo
- organization | Partido dos Trabalhadores | Partido Trabalhista
- organization | Igreja Universal | Igreja Mundial
- organization | Delta Airlines | Delta Dental
- organization | Hospital Vargas | Hospital Central
- organization | Ministério da Saúde | Ministério da Educação
- organization | First Bank | Second Bank
`;
