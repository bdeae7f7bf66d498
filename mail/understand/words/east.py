"""Turkish, Japanese, Chinese, Korean: common forms. Kind → phrases; `*` is any ending.

Chinese and Japanese phrases are found character by character, wherever they stand.
"""

TR: dict[str, str] = {
    "done": (
        "bitti | tamamlandı | tamamladık | bitirdik | tamam oldu | halledildi | hallettik | sonuçlandı | "
        "kapandı | kapatıldı | tamamlanmıştır | bitmiştir | yapıldı | hallolmuştur | bitirildi"
    ),
    "ready": "hazır",
    "done.signed": "imzalandı | imzaladık | imzalanmıştır",
    "done.approved": "onaylandı | onayladı | kabul edildi | onay aldı | onaylanmıştır | onay verildi | geçti",
    "done.agreed": "anlaşıldı mutabık | mutabık kalındı | kararlaştırıldı",
    "done.connected": "bağlandı | entegre edildi | kuruldu",
    "done.trained": "eğitildi | eğitim verildi",
    "done.live": "canlıya geçildi | canlıya geçtik | yayına alındı",
    "start": "başladık | başladı | başlandı | başlatıldı",
    "progress": "devam ediyor | üzerinde çalışıyoruz | sürüyor | çalışıyoruz",
    "partial": "neredeyse | kısmen | hariç | dışında | kaldı | eksik | büyük ölçüde",
    "move": (
        "ertelendi | erteliyoruz | ertelenecek | ertelememiz | ertelenmesi | ertelemek | kaydı | kayıyor | "
        "kaydırıldı | ötelendi | yeni tarih | uzatıldı | alındı | taşındı | kaydıralım | sarkıyor"
    ),
    "plan": (
        "planlandı | planlanıyor | planlıyoruz | bekliyoruz | beklenmektedir | bitecek | tamamlanacak | "
        "tamamlayacağız | bitireceğiz | imzalanacak | olacak | hedef | hazır olacak | hedefliyoruz"
    ),
    "late": "gecikme | gecikti | gecikiyor | gecikecek | daha uzun | daha fazla zaman",
    "block": (
        "takıldık | takıldı | tıkandı | tıkandık | durdu | askıda | bloke | ilerleyemiyoruz | devam "
        "edemiyoruz | beklemede"
    ),
    "waiting": "bekliyor | beklemekteyiz",
    "reopen": "yeniden aç* | tekrar aç* | aslında bitmedi | geri al",
    "early": "erken söyledim | çok erken | yanlışlıkla",
    "assign": "devraldı | devralıyor | sorumlu | sorumlusu | ilgileniyor | yazınız | ilgilenecek",
    "add": "planda eksik | ekleyin | eklenmeli | planda yok",
    "confirm": "planlandığı gibi | onaylıyorum | uygun | plana uygun",
    "same": "değişiklik yok | yeni bir şey yok | geri kalan | diğerleri",
    "yes": "evet | doğru | aynen",
    "no": "hayır | henüz değil | maalesef",
    "ok": "tamam | peki | anlaşıldı | ok | olur",
    "thanks": "teşekkürler | teşekkür ederim | teşekkür ederiz | sağ olun | sağolun | hatırlatma",
    "greet": "merhaba | merhabalar | selam | günaydın | sayın | iyi günler | herkese | bey | hanım",
    "close": (
        "saygılar | saygılarımla | iyi çalışmalar | iyi günler | selamlar | sevgiler | iyi hafta sonları"
    ),
    "not": (
        "değil | henüz | yok | hiç | bitmedi | tamamlanmadı | imzalanmadı | onaylanmadı | olmadı | hazır "
        "değil | edilmedi | yapılmadı | başlamadı | başlamadık | bitiremedik | yapamadık | reddedildi"
    ),
    "hedge": (
        "sanırım | galiba | belki | muhtemelen | umarım | olabilir | yaklaşık | herhalde | emin değilim | "
        "yakında | gibi | kontrol edeyim | tahminen | sanıyorum | umuyoruz | görünüyor"
    ),
    "cond": "eğer | ise | olursa | şartıyla | takdirde | gelirse | onaylarsa | bağlı | imzalarsa | olduğunda",
    "will": "olacak | gerekiyor | lazım | bitmeli",
    "hearsay": "dedi | söyledi | göre | duydum",
    "quest": "ne | kim | nasıl | neden | hangi | nerede | ne zaman | mı | mi | mu | mü | misiniz | mısınız",
    "angry": "kabul edilemez | rezalet | bıktık | zaman kaybı | spam | robot | yeter artık",
    "sarcasm": "tabii tabii | tabi tabi | her zamanki gibi | haha | tıpkı",
    "undo": "geri alın | yanlış | hata | iptal edin",
    "fix": "pardon | özür dilerim | yani | düzeltme | daha doğrusu",
    "both": "ikisi de | her ikisi",
    "all": "hepsi | her şey | tümü",
    "but": "ama | fakat | ancak | sadece | yalnız | maalesef",
    "because": "çünkü | nedeniyle | yüzünden",
    "and": "ve | ile",
    "or": "veya | ya da",
    "number": "madde | numara | no",
    "prep": (
        "için | without | ohne | sans | sin | senza | sem | zonder | utan | uden | uten | ilman | bez | без"
    ),
    "agent": "taraflar | ekip | yönetim | kurul | iki taraf",
    "that_day": "o gün | o tarih | bu tarih*",
    "benign": (
        "bu şu o biz ben dün bugün yarın sabah akşam günü gün hafta geçen gelecek artık nihayet tamamen "
        "resmen de da için ile ve bir kadar sonra önce oldu edildi başarıyla iki tarafça tarafından bizim "
        "sizin kasım aralık itibarıyla itibariyle pazartesi salı çarşamba perşembe cuma"
    ),
}
JA: dict[str, str] = {
    "done": (
        "完了 | 終了しました | 終わりました | 終わった | 済みました | 済み | 終えました | 完了済み | "
        "終了済み | 片付きました | 完成しました | 完成 | 終了いたしました | 終わっております | "
        "終わっています"
    ),
    "done.signed": (
        "署名しました | 締結しました | 締結済み | 署名済み | 調印 | 捺印 | 署名いたしました | 締結 | "
        "署名が完了"
    ),
    "done.approved": "承認されました | 承認済み | 承認 | 可決 | 合格 | 通過しました | 通りました | 許可",
    "done.agreed": "合意しました | 合意 | 合意済み",
    "done.connected": "接続しました | 連携完了 | 接続済み",
    "done.trained": "研修済み | 受講済み",
    "done.live": "稼働しました | 稼働開始しました",
    "done.held": "実施しました | 実施済み | 開催しました",
    "start": (
        "開始しました | 始めました | 着手しました | 着手 | 開始いたしました | 始まりました | スタートしました"
    ),
    "progress": "進行中 | 作業中 | 対応中 | 確認中 | 進めて | 実施中 | 検討中 | 審査中",
    "partial": "ほぼ | ほとんど | 一部 | 以外 | 除いて | 除き | 残って | 残り | あと少し | 内々",
    "move": (
        "延期 | 変更 | ずれ込* | ずらして | ずれ | 遅れて | 遅れ | 遅延 | 先送り | 後ろ倒し | 前倒し | "
        "リスケ | 延長 | 移動"
    ),
    "plan": (
        "予定 | 見込み | 見込 | 目標 | 完了する | 完了します | 終わります | 終わらせ* | 終わる | "
        "完了いたします | 締結します | なります | 目途 | めど"
    ),
    "late": "遅れています | 遅れており | 遅延して | 間に合いま* | もう少し時間 | 時間がかか*",
    "block": (
        "止まって | 停滞 | 行き詰ま* | ブロックされ* | 滞って | 進められ* | 止まっており | 保留 | 進めません"
    ),
    "waiting": "待ち | 待って | お待ち",
    "reopen": "差し戻し | 再オープン | やはり完了して | 取り消し",
    "early": "早まり* | 誤って",
    "assign": "担当は | 担当者は | 引き継ぎ* | 後任 | 担当が | 担当いたします",
    "add": "追加して | 追加をお願い | 計画にあり* | 抜けて",
    "confirm": "予定通り | 予定どおり | 問題ありません | 計画通り",
    "same": "変更なし | 変わりません | 変更はありません | 変更ありません",
    "yes": "はい | ええ",
    "no": "いいえ | まだ | 未だ",
    "ok": "了解 | 承知 | わかりました | かしこまりました",
    "thanks": "ありがとう* | 感謝 | お礼 | ありがとうございます",
    "greet": (
        "お世話になって | お世話になります | 様 | こんにちは | お疲れ様 | おはよう | 各位 | "
        "お世話になっております | です"
    ),
    "close": "よろしくお願い | 以上 | 敬具 | 宜しくお願い | よろしくお願いいたします | よろしくお願いします",
    "not": (
        "ません | ない | なく | 未完了 | 未 | せず | いません | ていない | ていません | なかった | "
        "ありません | 否決"
    ),
    "hedge": (
        "思います | 思われ* | たぶん | 多分 | おそらく | かもしれ* | 頃 | 程度 | 約 | はず | 未定 | "
        "確認します | 確認いたします | 見通しが立* | 近日 | まもなく | だろう | でしょう | ようです | "
        "らしい | 希望"
    ),
    "cond": "場合 | もし | 次第 | たら | れば | 条件",
    "will": "予定 | 必要 | べき",
    "hearsay": "と言って | によると | 聞いて | とのこと | そうです",
    "quest": "でしょうか | ですか | ますか | いつ | なぜ | どの | 何 | 誰",
    "angry": "いい加減 | 迷惑 | 不愉快 | 契約を解除 | やめて | ふざけ*",
    "undo": "取り消して | 元に戻して | 間違い | 誤り",
    "fix": "失礼 | 訂正 | いや | 正しくは",
    "both": "両方 | どちらも",
    "all": "すべて | 全て | 全部",
    "but": "ただし | しかし | ですが | が、 | のみ | だけ",
    "because": "ため | ので | から",
    "and": "と | および",
    "request": "ください | 下さい | お願い | させて",
    "number": "番号 | 項目 | 第 | 番",
    "agent": "双方 | 両社 | 取締役会 | 経営陣 | チーム",
    "benign": (
        "は が を に で も の へ と か ね よ です ます した して しまし れ い た て いた お ご 件 日 本 "
        "今日 昨日 今 無事 本日 先日 正式 弊社 当社 側 社 様 曜 月 先 週 分 年 中 致 付 願 頂 旨 報告 連絡 "
        "上 下 者 全会一致 予 定"
    ),
}
ZH: dict[str, str] = {
    "done": (
        "完成 | 已完成 | 完成了 | 结束 | 结束了 | 做完 | 搞定 | 办妥 | 办好 | 弄好了 | 已经好了 | 完毕 | "
        "結束 | 已结束 | 收尾完毕 | 了结"
    ),
    "done.signed": "签署 | 已签 | 签了 | 签好 | 签字 | 签完 | 签订 | 簽署 | 已簽 | 簽好",
    "done.approved": "批准 | 通过 | 通过了 | 获批 | 审批通过 | 已批 | 批了 | 核准 | 通過 | 审核通过",
    "done.agreed": "达成一致 | 谈妥 | 商定 | 已同意",
    "done.connected": "已连接 | 对接完成 | 已对接 | 接通",
    "done.trained": "已培训 | 培训完",
    "done.live": "已上线 | 上线了",
    "done.held": "已举行 | 召开了",
    "start": "已开始 | 开始了 | 启动 | 启动了 | 已启动 | 着手 | 开工",
    "progress": "进行中 | 正在 | 处理中 | 还在 | 在做 | 审核中",
    "partial": "几乎 | 差不多 | 快要 | 快 | 基本 | 部分 | 除了 | 除 | 还差 | 只差 | 剩 | 口头 | 内部",
    "move": (
        "推迟 | 延期 | 延迟 | 延后 | 改到 | 改为 | 改成 | 移到 | 推到 | 顺延 | 提前到 | 提前至 | 調整到 | "
        "调整到 | 調整至 | 调整至 | 延至 | 拖到 | 推遲 | 延到"
    ),
    "plan": (
        "预计 | 計劃 | 计划 | 预期 | 将 | 會 | 会 | 争取 | 目标 | 定于 | 定在 | 安排在 | 能完成 | 預計 | "
        "可以完成"
    ),
    "late": "晚一点 | 来不及 | 晚 | 耽误 | 更多时间",
    "block": "卡住 | 卡在 | 受阻 | 停滞 | 搁置 | 暂停 | 无法继续 | 无法推进 | 停了 | 阻塞",
    "waiting": "等待 | 在等 | 等",
    "reopen": "重新打开 | 重新开启 | 其实没 | 退回 | 撤回",
    "early": "太早 | 误报 | 说早了",
    "assign": "负责人 | 由 | 接手 | 负责 | 交接 | 联系",
    "add": "计划里缺 | 计划中缺 | 请添加 | 请加上 | 请增加 | 漏了",
    "confirm": "按计划 | 如期 | 没问题 | 按时",
    "same": "不变 | 没有变化 | 没变 | 其他照旧 | 照旧 | 其余",
    "yes": "是 | 是的 | 对 | 好了",
    "no": "不 | 没有 | 还没 | 尚未 | 还没有",
    "ok": "好的 | 好 | 收到 | 明白 | 知道了 | 可以",
    "thanks": "谢谢 | 感谢 | 多谢 | 謝謝",
    "greet": "你好 | 您好 | 大家好 | 早上好 | 各位 | 先生 | 女士 | 你們好",
    "close": "祝好 | 此致 | 敬礼 | 祝工作顺利 | 顺祝商祺 | 祝 | 周末愉快",
    "not": "不 | 没 | 没有 | 未 | 还没 | 尚未 | 无 | 別 | 别 | 沒 | 未能 | 否决",
    "hedge": (
        "可能 | 也许 | 大概 | 应该 | 估计 | 希望 | 左右 | 大约 | 好像 | 似乎 | 不确定 | 不太确定 | 尽快 | "
        "我想 | 我觉得 | 恐怕 | 约 | 或许 | 應該 | 有望 | 尽量 | 争取 | 确认一下"
    ),
    "cond": "如果 | 若 | 一旦 | 等到 | 只要 | 前提 | 要是 | 除非 | 的话",
    "will": "将 | 会 | 要 | 需要 | 必须 | 能",
    "hearsay": "说 | 听说 | 据 | 据说 | 表示",
    "quest": "吗 | 什么 | 谁 | 怎么 | 为什么 | 何时 | 哪 | 呢 | 多少",
    "angry": "不可接受 | 荒谬 | 浪费时间 | 投诉 | 够了 | 别再发 | 取消合同 | 骚扰 | 垃圾邮件 | 机器人",
    "sarcasm": "呵呵 | 哈哈 | 当然啦 | 就像",
    "undo": "撤销 | 错了 | 不对 | 取消刚才",
    "fix": "抱歉 | 不好意思 | 更正 | 应为 | 哦不",
    "both": "两个都 | 都",
    "all": "全部 | 所有 | 一切 | 都",
    "but": "但 | 但是 | 不过 | 只是 | 可是 | 只",
    "because": "因为 | 由于",
    "and": "和 | 与 | 及",
    "request": "请 | 麻烦 | 請",
    "number": "第 | 编号 | 项 | 号",
    "agent": "双方 | 董事会 | 团队 | 领导 | 法务 | 各方",
    "that_day": "那天 | 该日",
    "benign": (
        "的 了 在 已 已经 是 我 们 我们 你 您 这 那 个 项 件 事 今天 昨天 明天 上午 下午 早上 晚上 也 就 "
        "都 把 被 对 到 于 从 向 和 很 好 终于 正式 全部 全 方 双 月 日 号 周 星 期 年 请 目前 现在 经 刚 "
        "刚刚 顺利 一致 本 上 下 五 四 三 二 一 六 结果 良好 吧 啦 里 为 以 前"
    ),
}
KO: dict[str, str] = {
    "done": (
        "완료* | 끝났* | 끝냈* | 마쳤* | 종료됐* | 종료되었* | 마무리했* | 마무리됐* | 마무리되었* | 다 "
        "됐* | 끝났습니다 | 종료했* | 마감했*"
    ),
    "done.signed": "서명했* | 서명됐* | 서명되었* | 체결* | 날인* | 서명을 마쳤* | 서명 완료*",
    "done.approved": "승인됐* | 승인되었* | 승인했* | 승인받* | 통과* | 승인 완료*",
    "done.agreed": "합의했* | 합의됐* | 합의되었*",
    "done.connected": "연결됐* | 연결되었* | 연동됐*",
    "done.trained": "교육했* | 교육을 마쳤*",
    "done.live": "오픈했* | 가동했*",
    "start": "시작했* | 시작됐* | 시작되었* | 착수했*",
    "progress": "진행 중* | 진행중* | 작업 중* | 검토 중* | 진행하고",
    "partial": "거의 | 일부* | 제외* | 남았* | 빼고 | 남아* | 구두*",
    "move": "연기* | 미뤄* | 미루* | 변경* | 늦춰* | 옮겨* | 지연되어 | 연장* | 앞당* | 조정*",
    "plan": (
        "예정* | 계획* | 예상* | 목표* | 끝내겠* | 완료하겠* | 완료될 | 완료할 | 마치겠* | 끝날 | "
        "마무리하겠* | 마무리될 | 될 예정* | 완료 예정*"
    ),
    "late": "지연* | 늦어* | 늦을 | 시간이 더",
    "block": "막혀* | 막혔* | 중단* | 멈춰* | 멈췄* | 보류* | 진행할 수 없* | 진행이 안*",
    "waiting": "기다리* | 대기*",
    "reopen": "다시 열* | 재오픈* | 취소하고 다시",
    "early": "너무 일찍* | 잘못 말* | 실수로",
    "assign": "담당자* | 담당* | 인수* | 후임*",
    "add": "추가해* | 계획에 없* | 빠져* | 빠졌*",
    "confirm": "예정대로* | 계획대로* | 문제없* | 일정대로*",
    "same": "변경 없* | 변동 없* | 그대로* | 나머지*",
    "yes": "네 | 예 | 맞습니다 | 그렇습니다",
    "no": "아니요 | 아니오 | 아직 | 아닙니다",
    "ok": "알겠* | 확인했* | 좋습니다 | 확인*",
    "thanks": "감사* | 고맙*",
    "greet": "안녕하세요 | 안녕하십니까 | 님 | 여러분",
    "close": "드림 | 올림 | 수고하세요 | 좋은 하루*",
    "not": "않* | 못* | 안 | 없* | 아직 | 미완료* | 아닙니다 | 못했* | 안됐* | 거절*",
    "hedge": (
        "같습니다 | 아마* | 것 같* | 혹시 | 쯤 | 정도* | 약 | 예상됩니다만 | 가능하면 | 바랍니다만 | "
        "확실하지* | 곧 | 듯* | 모르겠* | 확인해 보* | 확인해보* | 희망*"
    ),
    "cond": "만약* | 경우* | 면 | 되면 | 하면 | 다면 | 조건* | 오면 | 이후에야",
    "will": "예정* | 겠습니다 | 것입니다 | 해야*",
    "hearsay": "말했* | 따르면 | 들었* | 라고 | 합니다만 | 했다고",
    "quest": "무엇* | 언제* | 누가 | 왜 | 어떻게 | 어디* | 까요 | 인가요 | 나요 | 뭐*",
    "angry": "용납* | 짜증* | 시간 낭비* | 그만* | 스팸* | 로봇*",
    "sarcasm": "ㅎㅎ | ㅋㅋ | 그럼요",
    "undo": "되돌려* | 잘못* | 취소해*",
    "fix": "죄송* | 정정* | 아니",
    "both": "둘 다 | 모두",
    "all": "모두 | 전부 | 다",
    "but": "하지만 | 그러나 | 다만 | 그런데 | 단지",
    "because": "때문* | 왜냐하면",
    "request": "해 주세요 | 해주세요 | 주세요 | 주십시오 | 주시기 | 부탁* | 바랍니다",
    "number": "번호 | 번 | 항목",
    "agent": "양측* | 양사* | 이사회* | 팀*",
    "benign": (
        "오늘 어제 내일 오전 오후 아침 이미 드디어 모두 우리 저희 이번 지난 다음 주 까지 에서 에 을 를 이 "
        "가 은 는 도 로 으로 월요일 화요일 수요일 목요일 금요일 했습니다 됐습니다 되었습니다 입니다 습니다 "
        "건 것 이것 그것 정식으로 공식적으로 무사히 잘 네 예 이 그 월 일 지난주 다음주 이번주 금요일에 "
        "월요일에 화요일에 수요일에 목요일에 어제부로"
    ),
}
