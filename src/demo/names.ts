// People's names, made in the way each culture makes them: two surnames, a patronymic, a family name that comes first.
import type { Culture } from './places.ts'
import type { Random } from './random.ts'

export type PersonName = { full: string; first: string; last: string | null; login: string; isWoman: boolean }

const list = (text: string): [string, ...string[]] => {
  const [first = '', ...rest] = text.split(' ').map((word) => word.replaceAll('_', ' '))
  return [first, ...rest]
}

const given: Record<Culture, { women: [string, ...string[]]; men: [string, ...string[]] }> = {
  english: {
    women: list(
      'Abigail Alice Beth Carol Chloe Claire Dana Diane Ellen Emma Erin Fiona Grace Hannah Heather Holly Jane Jodie Joyce Julie Karen Kate Laura Leah Lucy Megan Molly Naomi Nora Olivia Paige Rachel Rose Ruth Sarah Tara Zoe',
    ),
    men: list(
      'Adam Alan Ben Brian Callum Carl Colin Craig Daniel Dean Derek Ed Eric Evan Frank Gary George Glenn Graham Harry Ian Jack James Joel Keith Kevin Liam Luke Mark Martin Neil Nick Noah Owen Paul Peter Ryan Sam Scott Simon Tom Will',
    ),
  },
  hispanic: {
    women: list(
      'Adriana Alejandra Alicia Ana Andrea Beatriz Carmen Carolina Catalina Claudia Cristina Daniela Elena Fernanda Gabriela Guadalupe Inés Isabel Jimena Julia Lorena Lucía Marcela María_José Mariana Marta Natalia Nuria Paola Patricia Pilar Raquel Rocío Sofía Valeria Verónica Ximena',
    ),
    men: list(
      'Alberto Alejandro Álvaro Andrés Antonio Carlos César Daniel Diego Eduardo Emilio Enrique Esteban Felipe Fernando Francisco Gonzalo Guillermo Héctor Ignacio Iván Javier Joaquín Jorge José_Luis Juan_Carlos Julián Luis Manuel Mauricio Miguel Nicolás Óscar Pablo Rafael Ramón Raúl Ricardo Rodrigo Sergio Tomás',
    ),
  },
  lusophone: {
    women: list(
      'Aline Amanda Ana_Paula Beatriz Bianca Bruna Camila Carla Catarina Cláudia Débora Eduarda Fabiana Fernanda Flávia Gisele Helena Inês Isabela Joana Juliana Larissa Letícia Lívia Luana Luciana Mariana Natália Patrícia Priscila Rafaela Renata Sílvia Simone Tatiana Vanessa',
    ),
    men: list(
      'Alexandre André Anderson Antônio Bruno Caio César Cláudio Daniel Diogo Eduardo Fábio Felipe Fernando Gabriel Guilherme Gustavo Henrique Hugo João João_Pedro Jorge Leandro Leonardo Lucas Luís Marcelo Márcio Marcos Mateus Paulo Pedro Rafael Renato Ricardo Rodrigo Rui Thiago Tiago Vinícius',
    ),
  },
  malay: {
    women: list(
      'Aishah Alia Aminah Azlina Azura Dayang Farah Faridah Fatin Hafizah Hidayah Izzati Khadijah Maizatul Nadia Najwa Nor_Azizah Noraini Norhayati Nur_Aisyah Nur_Syafiqah Nurul_Huda Rohana Rosmah Salmah Siti_Aminah Siti_Hajar Siti_Nurhaliza Suraya Wan_Zainab Yasmin Zaleha Zarina Zuraidah',
    ),
    men: list(
      'Abdul_Rahim Ahmad_Faiz Aiman Amirul Azhar Azlan Azman Faisal Farid Hafiz Haikal Hakim Hisham Idris Ismail Izwan Kamarul Khairul Megat Mohd_Firdaus Mohd_Nizam Muhammad_Danial Muhammad_Irfan Nazri Rashid Razak Rizal Roslan Saiful Shahrul Syafiq Taufik Wan_Azmi Zainal Zulkifli',
    ),
  },
  german: {
    women: list(
      'Andrea Anja Anna Birgit Britta Claudia Eva Franziska Gudrun Heike Ines Jana Johanna Julia Karin Katharina Kirsten Lena Maike Martina Nicole Petra Sabine Silke Susanne Tanja Ulrike Uta',
    ),
    men: list(
      'Andreas Axel Bernd Christian Dirk Felix Florian Frank Georg Hannes Heiko Holger Jan Jens Jochen Jörg Jürgen Karl Kai Lars Lukas Matthias Michael Moritz Niels Oliver Ralf Sebastian Stefan Sven Thomas Uwe Wolfgang',
    ),
  },
  indian: {
    women: list(
      'Aarti Aditi Ananya Anjali Asha Deepa Divya Gayatri Indira Kavita Kavya Lakshmi Madhuri Meena Nandini Neha Nisha Pooja Priya Radhika Revathi Rohini Sandhya Shalini Shreya Sneha Sunita Swati Usha Vidya',
    ),
    men: list(
      'Aditya Ajay Amit Anand Arjun Arun Ashwin Deepak Ganesh Gopal Harish Karthik Kiran Mahesh Manoj Mohan Naveen Nikhil Pradeep Prakash Rahul Rajesh Ramesh Ravi Rohan Sanjay Siddharth Suresh Varun Vijay Vikram',
    ),
  },
  chinese: {
    women: list(
      'Bee_Lian Chen_Xi Hui_Min Hui_Ying Jia_Hui Jia_Yi Jing_Wen Lan Li_Na Li_Ting Mei_Fong Mei_Ling Min_Yi Pei_Shan Qian Shu_Fen Siew_Ling Swee_Lan Wan_Ting Wei_Ling Xiao_Mei Xin_Yi Xue Ya_Ting Yan_Ling Yi_Ling Yu_Xin Zi_Qi',
    ),
    men: list(
      'Boon_Kiat Chee_Keong Chun_Hao De_Ming Guo_Qiang Hao_Ran Hock_Seng Jia_Jun Jian_Hong Jun_Jie Jun_Wei Kah_Wai Kok_Leong Li_Wei Ming_Hao Peng Seng_Huat Teck_Soon Tian_Yu Wei_Jian Wei_Ming Wen_Bin Yao_Zhong Yi_Fan Yong_Qiang Zhi_Hao Zi_Xuan',
    ),
  },
}

const family: Record<Culture, [string, ...string[]]> = {
  english: list(
    'Abbott Archer Ashby Baines Barlow Bennett Blake Bowen Bradley Brewer Burke Carver Chapman Clayton Cole Conway Cooke Dalton Dawson Dixon Drake Eaton Ellis Finch Fletcher Foster Gibbs Grant Greene Hale Harding Hart Hayes Holt Hughes Ingram Jarvis Kemp Lang Lawson Marsh Mercer Nash Norton Osborne Palmer Pierce Quinn Reeves Rhodes Sawyer Shaw Stone Sutton Tate Turner Vance Wade Walsh Webb Whitaker Yates',
  ),
  hispanic: list(
    'Acosta Aguilar Alonso Arango Ávila Barrera Benítez Blanco Bravo Cabrera Calderón Campos Cárdenas Castillo Cifuentes Contreras Cruz Delgado Domínguez Duarte Escobar Espinoza Estrada Fuentes Gallego García Garza Gil Gómez Guerrero Herrera Iglesias Jiménez Lara Ledesma León Lozano Luna Marín Medina Mejía Méndez Molina Montoya Moreno Muñoz Navarro Núñez Ochoa Ortega Pacheco Paredes Peña Pineda Quintero Ramos Reyes Ríos Robles Rojas Romero Salazar Serrano Soto Suárez Téllez Torres Uribe Valdés Vargas Vega Vidal Villarreal Zamora',
  ),
  lusophone: list(
    'Abreu Aguiar Almeida Alves Amaral Andrade Araújo Azevedo Barbosa Barros Batista Borges Braga Brito Campos Cardoso Carvalho Castro Coelho Correia Costa Cunha Dias Duarte Farias Fernandes Ferreira Figueiredo Fonseca Freitas Gomes Gonçalves Leal Lima Lopes Macedo Machado Magalhães Martins Matos Medeiros Melo Mendes Monteiro Moraes Moreira Moura Nogueira Nunes Oliveira Pacheco Peixoto Pinheiro Pinto Ramos Rezende Ribeiro Rocha Sales Santana Santos Saraiva Silveira Siqueira Sousa Tavares Teixeira Vasconcelos Vieira Xavier',
  ),
  // A Malay name ends in the father's; these are fathers.
  malay: list(
    'Abdullah Abu_Bakar Adnan Ahmad Ali Anuar Aziz Baharom Daud Ghani Halim Hamzah Harun Hashim Hassan Husin Ibrahim Jaafar Johari Kassim Latif Mahmud Mansor Mokhtar Mustafa Nordin Omar Othman Rahman Ramli Saad Salleh Samad Sulaiman Tahir Yaakob Yusof Zakaria',
  ),
  german: list(
    'Ackermann Arndt Bachmann Becker Böhm Brandt Busch Dietrich Ebert Engel Fiedler Frank Graf Günther Haas Hartmann Heinrich Herrmann Jäger Keller Kirsch Köhler Kramer Kuhn Lehmann Lindner Lorenz Maurer Neumann Otto Pfeiffer Reuter Richter Sauer Schreiber Seidel Stark Vogel Voigt Wagner Weiß Winkler Ziegler',
  ),
  indian: list(
    'Agarwal Bhat Bose Chandran Chauhan Desai Dutta Ghosh Gopalan Gupta Iyer Joshi Kapoor Krishnan Kulkarni Malhotra Mehta Menon Mishra Mukherjee Naidu Nair Pandey Patel Pillai Rajan Rao Reddy Saxena Sharma Shetty Singh Subramaniam Varma',
  ),
  chinese: list(
    'Chan Chen Cheong Chong Chua Feng Foo Gao Goh Guo Ho Huang Khoo Koh Lai Lau Lee Leong Li Liang Lim Lin Liu Low Ma Ng Ong Pang Poon Qian Sim Song Sun Tan Tang Tay Teh Teo Wang Wong Wu Xie Xu Yang Yap Yeo Zhang Zhao Zhou',
  ),
}

export function personName(culture: Culture, random: Random): PersonName {
  const isWoman = random.chance(0.5)
  const first = random.pick(isWoman ? given[culture].women : given[culture].men)
  const last = random.pick(family[culture])
  const second = random.pick(family[culture])
  return {
    ...(written[culture] ?? westward)({ first, last, second, isWoman }),
    first,
    isWoman,
    login: login(first, last),
  }
}

type Parts = { first: string; last: string; second: string; isWoman: boolean }
type Written = Pick<PersonName, 'full' | 'last'>

const westward = ({ first, last }: Parts): Written => ({ full: `${first} ${last}`, last })
const twoSurnames = ({ first, last, second }: Parts): Written =>
  second === last
    ? westward({ first, last, second, isWoman: false })
    : { full: `${first} ${last} ${second}`, last: `${last} ${second}` }

const written: Partial<Record<Culture, (parts: Parts) => Written>> = {
  hispanic: twoSurnames,
  lusophone: ({ second, last, ...parts }) => twoSurnames({ ...parts, last: second, second: last }),
  malay: ({ first, last, isWoman }) => ({ full: `${first} ${isWoman ? 'binti' : 'bin'} ${last}`, last: null }),
  chinese: ({ first, last }) => ({ full: `${last} ${first}`, last }),
}

const login = (first: string, last: string): string => `${plain(first)}.${plain(last)}`

/** Lower case a–z and digits, as addresses and domains are made: Köhler → koehler, Peña → pena. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '')
