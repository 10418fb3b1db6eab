/**
 * Pairs of persons' names with whether they are held to name one person, written for this project before the matcher
 * was tried on them. Half of them (every second line) are kept from tuning.
 */
export const labelledPersons = `
+ Héctor Guerrero Flores | Guerrero Flores, Héctor
+ Héctor Guerrero Flores | H. Guerrero
+ Héctor Rusthenford Guerrero Flores | Héctor Guerrero
+ Hector Guerrero Flores | HÉCTOR GUERRERO FLORES
+ José Antonio Pérez Gómez | Jose A. Perez
+ José Pérez Gómez | Pepe Pérez
+ Francisco Morales Ríos | Paco Morales
+ Ignacio Echeverría | Nacho Echeverria
+ William Jefferson Clinton | Bill Clinton
+ Robert Kennedy | Bobby Kennedy
+ Robert Smith | Rob Smith
+ Margaret Thatcher | Maggie Thatcher
+ Elizabeth Warren | Liz Warren
+ José Carlos Souza | Zé Carlos Souza
+ Luiz Inácio Lula da Silva | Luiz Inacio da Silva
+ João Pedro dos Santos | Joao Pedro Santos
+ Mohammed bin Salman | Muhammad bin Salman
+ Mohamed Salah | Mohammad Salah
+ Yusuf Islam | Youssef Islam
+ Muammar Gaddafi | Moammar Kadhafi
+ Muammar al-Qaddafi | Muammar Gaddafi
+ Bashar al-Assad | Bachar el Assad
+ Osama bin Laden | Usama bin Ladin
+ Ayman al-Zawahiri | Aiman al Zawahri
+ Pyotr Tchaikovsky | Petr Chaikovskiy
+ Mikhail Gorbachev | Mijaíl Gorbachov
+ Nikita Khrushchev | Nikita Jruschov
+ Vladimir Putin | Владимир Путин
+ Vladimir Vladimirovich Putin | Путин Владимир Владимирович
+ Юрий Гагарин | Yuri Gagarin
+ Sergey Lavrov | Sergei Lavroff
+ Алексей Навальный | Alexei Navalny
+ Volodymyr Zelensky | Володимир Зеленський
+ Yevgeny Prigozhin | Evgeny Prigozhin
+ Евгений Пригожин | Yevgueni Prigozhin
+ Xi Jinping | 习近平
+ Xi Jinping | Jinping Xi
+ Xi Jin-ping | Xi Jinping
+ 習近平 | 习近平
+ Mao Zedong | Mao Tse-tung
+ Deng Xiaoping | Teng Hsiao-ping
+ 王毅 | Wang Yi
+ Kim Jong-un | Kim Jong Un
+ 김정은 | Kim Jong-un
+ محمد بن سلمان | Mohammed bin Salman
+ بشار الأسد | Bashar al-Assad
+ صدام حسين | Saddam Hussein
+ ياسر عرفات | Yasser Arafat
+ حسن نصر الله | Hassan Nasrallah
+ محمود عباس | Mahmoud Abbas
+ Abdel Fattah el-Sisi | Abdulfattah al-Sisi
+ Abdelrahman Hassan | Abd al-Rahman Hasan
+ Tareck El Aissami | Tarek Aissami
+ Nicolás Maduro Moros | Nicolas Maduro
+ Nicolás Maduro Moros | N. Maduro
+ Nicolás MADURO MOROS | Maduro Moros, Nicolás
+ Diosdado Cabello Rondón | Diosdado Cabello
+ Delcy Eloína Rodríguez Gómez | Delcy Rodríguez
+ María Corina Machado Parisca | Maria Corina Machado
+ Juan Gerardo Guaidó Márquez | Juan Guaidó
+ Hugo Rafael Chávez Frías | Hugo Chavez
+ Gabriel García Márquez | Gabriel Garcia-Marquez
+ Gabriel José de la Concordia García Márquez | Gabriel García Márquez
+ Andrés Manuel López Obrador | Andrés M. López Obrador
+ Joaquín Archivaldo Guzmán Loera | Joaquín Guzmán Loera
+ Joaquín "El Chapo" Guzmán Loera | Joaquin Guzman
+ Joaquín Guzmán alias El Chapo | El Chapo
+ Rubén Oseguera Cervantes (Nemesio) | Ruben Oseguera Cervantes
+ Ludwig van Beethoven | Ludwig Beethoven
+ Vincent van Gogh | Vincent Van Gogh
+ Ursula von der Leyen | Ursula Von Der Leyen
+ Leonardo DiCaprio | Leonardo Di Caprio
+ María de la Cruz | Maria Delacruz
+ Oscar de la Hoya | Óscar De La Hoya
+ John F. Kennedy | John Fitzgerald Kennedy
+ John Fitzgerald Kennedy | John Kennedy
+ J. R. R. Tolkien | John Ronald Reuel Tolkien
+ George W. Bush | George Walker Bush
+ Dr. Carmen Ortiz | Carmen Ortiz
+ Gral. Vladimir Padrino López | Vladimir Padrino López
+ President Barack Obama | Barack Obama
+ Señor Juan Carlos Ruiz | Juan Carlos Ruiz
+ Sean O'Brien | Sean OBrien
+ Siobhan O’Connor | Siobhan O'Connor
+ Jean-Claude Juncker | Jean Claude Juncker
+ Steven Spielberg | Stephen Spielberg
+ Catherine Jones | Katherine Jones
+ Jon Smythe | John Smith
+ Geoffrey Phillips | Jeffrey Philips
+ Jorge Jiménez | Jorge Gimenez
+ Rosa Hernández | Rosa Hernandes
+ Luis Vásquez | Luis Bázquez
+ Óscar Yánez | Oscar Llánez
+ Cecilia Zambrano | Sesilia Sambrano
+ Elena Echevarría | Helena Echeverria
+ Alejandro Rodríguez | Alejandro Rodrigez
+ Christopher Anderson | Christpher Anderson
+ Montgomery Fitzwilliam | Montgomrey Fitzwilliam
+ Arnold Schwarzenegger | Arnold Schwarzeneger
+ Zbigniew Brzezinski | Zbigniew Brzezinsky
+ Ivan Petrov | Petrov Ivan
+ Orbán Viktor | Viktor Orban
+ Olga Ivanova | Olga Ivanov
+ Дмитрий Медведев | Dmitri Medvedev
+ Dmitry Medvedev | Dimitri Medvedev
+ Александр Лукашенко | Alexander Lukashenko
+ Ελευθέριος Βενιζέλος | Eleftherios Venizelos
+ Αλέξης Τσίπρας | Alexis Tsipras
+ Recep Tayyip Erdoğan | Recep Tayyip Erdogan
+ İsmail Enver | Ismail Enver
+ Søren Kierkegaard | Soren Kierkegaard
+ Björn Ulvæus | Bjorn Ulvaeus
+ Jürgen Müller | Jurgen Muller
+ Lech Wałęsa | Lech Walesa
+ Slobodan Milošević | Slobodan Milosevic
+ Nguyễn Văn Thiệu | Nguyen Van Thieu
+ Hillary Rodham Clinton | Hillary Clinton
+ María Elena López de García | María Elena López
+ Pablo Emilio Escobar Gaviria | Pablo Escobar
+ Escobar Gaviria Pablo Emilio | Pablo Emilio Escobar Gaviria
+ Gonzalo Rodríguez Gacha | Rodríguez Gacha, Gonzalo
+ Khalid Sheikh Mohammed | Khaled Cheikh Mohamed
+ Hussein Ali | Husayn Ali
+ Said Abdullah | Saeed Abdallah
+ Fátima Zahra | Fatima al-Zahra
+ Ramón Díaz | Moncho Díaz
+ Jesús Santrich | Chucho Santrich
+ Guadalupe Torres | Lupe Torres
+ Dolores Ibárruri | Lola Ibarruri
+ Concepción Arenal | Concha Arenal
+ Enrique Iglesias | Kike Iglesias
+ Manuel Marulanda | Manolo Marulanda
+ Rafael Caro Quintero | Rafa Caro Quintero
+ Eduardo Arellano Félix | Lalo Arellano Félix
+ Alexander Petrov | Sasha Petrov
+ Mikhail Ivanov | Misha Ivanov
+ Ekaterina Volkova | Katya Volkova
+ Edward Kennedy | Ted Kennedy
+ Charles Schumer | Chuck Schumer
+ Richard Cheney | Dick Cheney
+ James Carter | Jimmy Carter
+ Antônio Palocci | Antonio Palocci
+ Tomás de Torquemada | Torquemada, Tomás
+ Ali Jamenei | Ali Khamenei
+ Mahmoud Ahmadinejad | Mahmud Ahmadineyad
+ 李克强 | Li Keqiang
+ Li Ke-qiang | Li Keqiang
+ Zhang Yimou | 张艺谋
+ Putin | Путин
+ Pelé | Pele
+ Maduro | MADURO
+ Cabello, D. | Diosdado Cabello
+ Pérez Esquivel, A. | Adolfo Pérez Esquivel
+ Sánchez-Cerén, Salvador | Salvador Sanchez Ceren
+ Ma. del Carmen Ruiz | María del Carmen Ruiz
+ Fco. Javier Torres | Francisco Javier Torres
+ Wm. Blake | William Blake
+ King, Martin Luther | Martin Luther King
+ Ronald W. Reagan | Ronald Reagan
+ Ruhollah Khomeini | Ruhollah Jomeini
+ 🙂 Ana Torres | Ana Torres
+ Ana   Torres | ana torres.
+ Anna Politkovskaya | Анна Политковская
+ Ксения Собчак | Ksenia Sobchak
+ Iouri Andropov | Yuri Andropov
+ Lev Trotski | Lev Trotsky
+ Fyodor Dostoevsky | Fiódor Dostoyevski
+ Борис Ельцин | Boris Yeltsin
+ Rafael Leónidas Trujillo Molina | Rafael Trujillo
+ Alfredo Stroessner Matiauda | Alfredo Stroessner
+ António Guterres | Antonio Guterres
+ António Manuel de Oliveira Guterres | António Guterres
+ José Manuel Durão Barroso | Durao Barroso, José Manuel
+ Ana Paula Ferreira da Silva | Ana Paula Silva
- Juan Pérez | José Pérez
- Juan Pérez | Juana Pérez
- María López | Mario López
- Francisco Gómez | Francisca Gómez
- Daniel Ortega | Daniela Ortega
- Carlos Rodríguez | Luis Rodríguez
- Hugo Chávez | Adán Chávez
- Raúl Castro | Fidel Castro
- Pedro Sánchez | Pablo Sánchez
- Juan García López | Juan López García
- Nicolás Maduro Moros | Nicolás Maduro Guerra
- Juan Carlos Pérez | Juan Pablo Pérez
- María José Torres | María Fernanda Torres
- John F. Kennedy | John R. Kennedy
- John F. Kennedy | Robert F. Kennedy
- Donald Trump | Donald Trump Jr.
- Robert Downey Jr. | Robert Downey Sr.
- George Bush II | George Bush III
- Juan Pérez Gómez | Juan Pérez Gómez (hijo)
- Juan Pérez Gómez hijo | Juan Pérez Gómez padre
- Carlos Menem | Carlos Menem Junior
- José Carlos Silva | José Carlos Silva Filho
- Martín Fernández | Martín Hernández
- Ana Gómez | Eva Gómez
- Luis Torres | Luisa Torres
- Marta Díaz | María Díaz
- Ricardo Rojas | Eduardo Rojas
- Rosa Morales | Rosa Moreno
- Alberto Ruiz | Roberto Ruiz
- Antonio Flores | Antonia Flores
- Juan Morales | Juan Moreno
- Pedro Romero | Pedro Moreno
- Michael Johnson | Michael Jackson
- David Brown | David Green
- Peter Williams | Peter Wilson
- Paul Smith | Paula Smith
- James Anderson | Jane Anderson
- Robert Jones | Richard Jones
- Mary Davis | Mark Davis
- Thomas Moore | Thomas Morgan
- Sarah Wilson | Susan Wilson
- Mohammed Ali | Mahmoud Ali
- Mohammed Hassan | Ahmed Hassan
- Ahmed Mohamed Ali | Mohamed Ahmed Ali
- Abdullah Saleh | Abdulrahman Saleh
- Hassan Karim | Hussein Karim
- Salem Nasser | Salim Nasser
- Khalid Omar | Khalil Omar
- Osama Hassan | Usman Hassan
- محمد علي | محمود علي
- محمد حسن | أحمد حسن
- حسن علي | حسين علي
- محمد علي | Mahmoud Ali
- Vladimir Putin | Vladimir Petrov
- Ivan Petrov | Igor Petrov
- Иван Петров | Пётр Иванов
- Ivan Ivanovich Petrov | Ivan Petrovich Petrov
- Sergei Ivanov | Sergei Smirnov
- Aleksandr Volkov | Aleksandra Volkova
- Дмитрий Козлов | Николай Козлов
- Wang Wei | Wang Wen
- Li Na | Li Min
- 王伟 | 王维
- 张伟 | 张强
- Zhang Wei | Wang Wei
- Chen Long | Chen Lin
- Kim Jong-un | Kim Jong-il
- Kim Jong-un | Kim Jong-nam
- Lee Min-ho | Lee Min-jun
- João Silva | José Silva
- Paulo Oliveira | Paula Oliveira
- Carlos Alberto Souza | Carlos Eduardo Souza
- Ana Ferreira | Ana Pereira
- Marcos Lima | Marcelo Lima
- Diego Maradona | Diego Simeone
- Juan Carlos I | Juan Carlos II
- Felipe VI | Felipe V
- Elizabeth Taylor | Elizabeth Warren
- Joe Biden | Hunter Biden
- Bill Clinton | Hillary Clinton
- Kirchner, Néstor | Kirchner, Cristina
- Ernesto Guevara | Alfredo Guevara
- Pablo Escobar | Roberto Escobar
- Gilberto Rodríguez Orejuela | Miguel Rodríguez Orejuela
- Benjamín Arellano Félix | Ramón Arellano Félix
- Iván Archivaldo Guzmán Salazar | Jesús Alfredo Guzmán Salazar
- Joaquín Guzmán Loera | Joaquín Guzmán López
- Delcy Rodríguez | Jorge Rodríguez
- Héctor Guerrero Flores | Hernán Guerrero Flores
- Carlos Pérez Ruiz | Carlos Pérez Díaz
- Sofía Vergara | Sofía Verde
- Andrés López | Andrea López
- Gabriel Torres | Gabriela Torres
- Julio Iglesias | Julia Iglesias
- Julián Castro | Juliana Castro
- Manuel Rosales | Manuela Rosales
- Víctor Jara | Victoria Jara
- Fernando Vega | Fernanda Vega
- Alejandro Toledo | Alejandra Toledo
- Jean Dupont | Jeanne Dupont
- Martin Weber | Martina Weber
- Juan | María
- Juan Pérez | Pérez
- Héctor | Héctor Guerrero
- H. G. | Héctor Guerrero
- J. Pérez | M. Pérez
- A. López García | B. López García
- Juan Luis Guerra | Juan Luis Cebrián
- Luis Alberto Suárez | Luis Antonio Suárez
- Rosa María Payá | Rosa Elena Payá
- Steve Jobs | Steve Wozniak
- Ronald Reagan | Nancy Reagan
- Boris Johnson | Boris Yeltsin
- Angela Merkel | Angela Davis
- Ali Hassan al-Majid | Ali Hussein al-Majid
- Saif al-Islam Gaddafi | Mutassim Gaddafi
- Uday Hussein | Qusay Hussein
- Uday Hussein | Saddam Hussein
- Ayman Nour | Iman Nour
- Yasser Arafat | Yasir Qadhi
- Omar Torrijos | Martín Torrijos
- Alberto Fujimori | Keiko Fujimori
- Anastasio Somoza García | Anastasio Somoza Debayle
- Ricardo López Murphy | Ricardo López Jordán
- Pedro Pablo Kuczynski | Pedro Pablo Pérez
- Silvia Pinal | Silvio Pinal
- Esteban Ruiz | Estela Ruiz
- Damián Alcázar | Damián Bichir
- Carmen Salinas | Carlos Salinas
- Juan Ramón Jiménez | Juan Ramón Giménez Losantos
- Hans Müller | Hans Möller
- Karl Schmidt | Karl Schneider
- Anna Schmidt | Hanna Schneider
- Nguyen Van Thieu | Nguyen Van Linh
- Tran Van Minh | Tran Van Hung
- Abu Ali al-Anbari | Abu Omar al-Anbari
- Chen Wei | Cheng Wei
- Lin Dan | Lin Tao
- Mao Zedong | Mao Zemin
- Deng Xiaoping | Deng Yingchao
- Carlos Sánchez Pérez | Carlos Pérez Sánchez
- Lucía Méndez | Lucio Méndez
- Emilio Azcárraga | Emilia Azcárraga
- Rafael Correa | Rafael Calderón
- Jorge Luis Borges | José Luis Borges
- Pedro J. Ramírez | Pedro M. Ramírez
`;
