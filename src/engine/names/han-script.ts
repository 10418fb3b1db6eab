/** Characters of names in their simplified and traditional forms, pair by pair. */
const forms =
  '习習张張刘劉陈陳杨楊赵趙黄黃吴吳孙孫马馬罗羅郑鄭谢謝韩韓冯馮萧蕭叶葉苏蘇卢盧蒋蔣贾賈阎閻薛薛邓鄧许許吕呂钟鍾' +
  '谭譚邹鄒陆陸顾顧龙龍钱錢严嚴汤湯贺賀龚龔温溫莫莫庄莊颜顏齐齊鲁魯韦韋聂聶伟偉华華国國军軍强強杰傑东東兴興' +
  '荣榮飞飛凤鳳兰蘭红紅丽麗艳艷娟娟云雲凯凱泽澤锦錦锋鋒鹏鵬涛濤洁潔梦夢颖穎莹瑩剑劍刚剛钢鋼铁鐵银銀锐銳镇鎮长長' +
  '门門问問闻聞阳陽阴陰陕陝陇隴队隊际際险險随隨隐隱难難雾霧静靜韵韻页頁顺順须須项項预預领領题題风風饭飯馆館驰馳' +
  '骏駿骄驕骆駱鱼魚鲜鮮鸟鳥鸡雞鸣鳴鸿鴻鹤鶴麦麥黾黽齿齒党黨岛島岗崗岳嶽峰峯广廣庆慶应應库庫庞龐废廢开開异異张張' +
  '弥彌归歸当當录錄彦彥忆憶态態怀懷总總恋戀恒恆悦悅惠惠慧慧戏戲战戰户戶执執扩擴护護报報担擔择擇挥揮损損换換据據' +
  '时時显顯晋晉晓曉晖暉暂暫术術机機权權条條来來构構松鬆林林枪槍树樹桥橋档檔梁梁检檢楼樓榄欖欢歡欧歐气氣汉漢沪滬' +
  '沟溝沧滄泪淚泸瀘泾涇浅淺济濟浑渾浓濃润潤涧澗渊淵渐漸温溫湾灣湿濕满滿滨濱灵靈灾災炉爐点點炼煉烛燭热熱爱愛爷爺' +
  '牵牽状狀独獨献獻现現玛瑪环環珐琺琼瓊电電画畫畅暢疗療皑皚盐鹽监監盖蓋盘盤眬矓矿礦码碼础礎确確礼禮祸禍离離种種' +
  '积積称稱税稅稳穩穷窮窃竊竞競笔筆简簡签簽类類粮糧紧緊纪紀约約级級纬緯纯純纱紗纲綱纳納纵縱纷紛纸紙纹紋线線练練' +
  '组組细細织織终終绍紹经經结結绘繪给給络絡绝絕统統继繼绩緒续續维維绵綿绿綠缘緣缪繆网網罗羅职職联聯肃肅胜勝' +
  '脑腦腊臘舰艦艺藝节節芜蕪苍蒼茎莖荐薦莲蓮获獲营營萨薩蓝藍虑慮虽雖蚁蟻补補袭襲观觀规規视視览覽觉覺触觸誉譽计計' +
  '订訂认認讨討让讓训訓议議记記讲講许許论論设設访訪证證评評识識诉訴词詞译譯诗詩诚誠话話诞誕详詳语語误誤请請诸諸' +
  '诺諾读讀课課谁誰调調谈談谋謀谷穀贝貝贞貞负負贡貢财財责責贤賢败敗货貨质質贯貫贵貴贷貸贸貿费費贺賀资資赋賦赏賞' +
  '赖賴赛賽赞贊车車轩軒转轉轮輪软軟轰轟轴軸轻輕载載较較辅輔辆輛辉輝辑輯输輸边邊达達迁遷过過运運还還这這进進远遠' +
  '违違连連迟遲适適选選逊遜递遞遗遺邮郵邻鄰郧鄖酱醬释釋里裡鉴鑒针針钓釣钦欽钧鈞钩鉤钮鈕铃鈴铜銅铝鋁铭銘银銀链鏈' +
  '销銷锁鎖错錯锡錫锦錦键鍵镜鏡闪閃闭閉间間闵閔闽閩阁閣阅閱阔闊队隊阶階陈陳云雲丰豐为為义義乌烏乐樂乔喬书書买買' +
  '争爭亚亞产產亲親亿億仅僅从從仓倉仪儀众眾优優会會传傳伤傷伦倫体體余餘侠俠侣侶侦偵侨僑俩倆俭儉债債倾傾偿償储儲' +
  '儿兒兑兌兰蘭关關养養冈岡写寫农農冲衝决決况況冻凍净淨凉涼减減凤鳳几幾击擊刘劉则則创創别別剂劑剑劍剧劇劝勸办辦' +
  '务務动動励勵劲勁劳勞势勢区區医醫协協单單卖賣卫衛厂廠历歷压壓县縣参參双雙发發变變叠疊台臺号號后後吗嗎听聽启啟' +
  '员員呜嗚响響哑啞唤喚啸嘯园園围圍图圖圆圓圣聖场場坏壞块塊坚堅坛壇坝壩垒壘埃埃声聲处處备備复復够夠头頭夸誇夹夾夺奪' +
  '奋奮奖獎妇婦妈媽娄婁娇嬌学學宁寧宝寶实實审審宪憲宫宮宾賓对對寻尋导導寿壽将將尔爾尘塵尝嘗尧堯层層属屬岁歲币幣师師' +
  '带帶帮幫年年干幹并並';

const simplified = new Map<string, string>();
const characters = Array.from(forms);
for (let at = 0; at + 1 < characters.length; at += 2) {
  const plain = characters[at] ?? '';
  const full = characters[at + 1] ?? '';
  if (plain !== full) simplified.set(full, plain);
}

/** A text of Chinese characters with the traditional forms of names in their simplified ones. */
export function simplify(text: string): string {
  let result = '';
  for (const character of text) result += simplified.get(character) ?? character;
  return result;
}

/** Chinese surnames of two characters, simplified. */
export const doubleSurnames: ReadonlySet<string> = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 端木 南宫 独孤 西门 百里 呼延'.split(
    ' ',
  ),
);

/** Characters that are read otherwise as a surname. */
export const surnameReadings: Readonly<Record<string, string>> = {
  薄: 'bo',
  单: 'shan',
  仇: 'qiu',
  查: 'zha',
  解: 'xie',
  曾: 'zeng',
  盖: 'ge',
  区: 'ou',
  覃: 'qin',
  乐: 'yue',
  任: 'ren',
  葛: 'ge',
  翟: 'zhai',
  朴: 'piao',
};

/** Initials of syllables in the Wade-Giles romanisation and in pinyin; the unaspirated come first as they are written alike. */
const wadeGiles: readonly (readonly [RegExp, string])[] = [
  [/^hs/, 'x'],
  [/^tz|^ts/, 'z'],
  [/^ch(?=i|u[ae])/, 'j'],
  [/^ch/, 'zh'],
  [/^k/, 'g'],
  [/^p/, 'b'],
  [/^t/, 'd'],
  [/^j/, 'r'],
  [/ieh$/, 'ie'],
  [/ien$/, 'ian'],
  [/ung$/, 'ong'],
  [/^([zcs]h?)ih$|^([zcs])u$/, '$1$2i'],
  [/uei$/, 'ui'],
  [/eh$/, 'e'],
];

/** A syllable of a Chinese name read as Wade-Giles and written as pinyin ("tse" gives "ze", "tung" gives "dong"). */
export function asPinyin(syllable: string): string {
  return wadeGiles.reduce((text, [pattern, written]) => text.replace(pattern, written), syllable);
}

/** Pinyin with the initials made one that Wade-Giles tells apart by an apostrophe, which is mostly left out. */
export function withoutAspiration(pinyin: string): string {
  return pinyin
    .replaceAll('p', 'b')
    .replaceAll('t', 'd')
    .replaceAll('k', 'g')
    .replaceAll('q', 'j')
    .replaceAll('ch', 'zh')
    .replaceAll(/c(?!h)/g, 'z');
}
